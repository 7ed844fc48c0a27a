import type { CalendarDate } from '../domain/calendar-date.ts';
import type { StatusSpan } from '../domain/status-spans.ts';
import type { TimeScale } from './time-scale.ts';

type SpanBarsProps = {
  readonly spans: readonly StatusSpan[];
  readonly scale: TimeScale;
  readonly today: CalendarDate;
  readonly y?: number;
};

/** Relations in force as solid bars, broken off as dashed lines, so that they differ without colours; faint if the end is unknown. */
export function SpanBars({ spans, scale, today, y = 0 }: SpanBarsProps) {
  return spans.map(({ status, from, until = today, endsUndated }) => {
    const [start, end] = [scale.at(from), scale.at(until)];
    const look = `${status === 'in force' ? 'in-force' : 'broken'}${endsUndated ? ' undated' : ''}`;
    if (status !== 'in force') return <line class={look} x1={`${start}%`} x2={`${end}%`} y1={y + 6} y2={y + 6} />;
    const [left, width] = [Math.min(start, end), round(Math.abs(end - start))];
    return <rect class={look} x={`${left}%`} width={`${width}%`} y={y} height="12" />;
  });
}

function round(part: number): number {
  return Math.round(part * 100) / 100;
}
