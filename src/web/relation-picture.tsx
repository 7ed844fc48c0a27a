import { addDays, type CalendarDate, firstDayOf, type PartialDate } from '../domain/calendar-date.ts';
import type { Milestone } from '../domain/milestone.ts';
import { statusSpans } from '../domain/status-spans.ts';
import type { Timeline } from '../domain/timeline.ts';
import { useReader } from './reader.ts';
import { SpanBars } from './span-bars.tsx';
import { type TimeScale, timeScale } from './time-scale.ts';

type RelationPictureProps = {
  readonly timeline: Timeline;
  readonly today: CalendarDate;
  readonly coming: readonly Milestone[];
  readonly words: { readonly picture: string; readonly today: string };
};

const DAYS_AHEAD = 3653;
/** The distance (percent of the width) below which marks are stacked. */
const NEAR = 8;
const ROW = 24;
/** The same distance for the smaller circles of coming milestones, and that of the first from today. */
const NEAR_COMING = 4;
const FROM_TODAY = 2.5;
const COMING_ROW = 12;

/** A picture of a pair's relations: when they were in force and broken off, each act by its number in the table, and coming milestones. */
export function RelationPicture({ timeline, today, coming, words }: RelationPictureProps) {
  const [first] = timeline.events;
  if (first === undefined) return null;
  const { direction } = useReader().words;
  const scale = timeScale(addDays(firstDayOf(first.date), -365), addDays(today, DAYS_AHEAD), direction);
  const now = scale.at(today);
  const ahead = inRows(
    coming.map(({ date }) => keepClear(now, scale.at(date), direction)),
    { near: NEAR_COMING },
  );
  const rows = (places: readonly { row: number }[]) => Math.max(0, ...places.map(({ row }) => row + 1));
  const aboveAhead = Math.ceil((rows(ahead) * COMING_ROW) / ROW);
  const marks = inRows(
    timeline.events.map(({ date }) => scale.at(date)),
    { near: NEAR, lowest: (at) => (Math.abs(at - now) < NEAR ? aboveAhead : 0) },
  );
  const band = Math.max(rows(marks) * ROW + 26, rows(ahead) * COMING_ROW + 14);
  const yAt = (row: number) => band - 18 - row * ROW;
  return (
    <svg class="picture" role="img" aria-label={words.picture} width="100%" height={band + 52} direction="ltr">
      <YearMarks scale={scale} height={band + 22} />
      <line class="ahead" x1={`${now}%`} x2={direction === 'rtl' ? '0%' : '100%'} y1={band + 6} y2={band + 6} />
      <SpanBars spans={statusSpans(timeline)} scale={scale} today={today} y={band} />
      <Now at={now} bottom={band + 22} label={words.today} />
      {ahead.map(({ at, row }) => (
        <Coming at={at} y={band + 6 - row * COMING_ROW} />
      ))}
      {marks.map(({ at, row }) => (
        <line class="stem" x1={`${at}%`} x2={`${at}%`} y1={yAt(row)} y2={band} />
      ))}
      {marks.map(({ at, row }, index) => (
        <Mark at={at} y={yAt(row)} label={String(index + 1)} />
      ))}
    </svg>
  );
}

type At = { readonly at: number };

/** Moves a mark beside the line of today, so that it does not cross it. */
function keepClear(now: number, at: number, direction: 'ltr' | 'rtl'): number {
  return direction === 'rtl' ? Math.min(at, now - FROM_TODAY) : Math.max(at, now + FROM_TODAY);
}

type Rows = { readonly near: number; readonly lowest?: (at: number) => number };

/** Places each mark in the lowest allowed row without a mark nearby. */
function inRows(places: readonly number[], { near, lowest = () => 0 }: Rows): { at: number; row: number }[] {
  const lastInRow: number[] = [];
  return places.map((at) => {
    const isFree = (row: number) => Math.abs(at - (lastInRow[row] ?? Number.POSITIVE_INFINITY)) >= near;
    let row = lowest(at);
    while (!isFree(row)) row += 1;
    lastInRow[row] = at;
    return { at, row };
  });
}

/** Round years below a picture, each with a vertical line. */
export function YearMarks({ scale, height }: { scale: TimeScale; height: number }) {
  return scale.years.map((year) => {
    const at = scale.at(yearDate(year));
    return (
      <>
        <line class="grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2={height} />
        <text class="year-mark" x={`${at}%`} y={height + 18} text-anchor={anchorAt(at)}>
          {year}
        </text>
      </>
    );
  });
}

/** The number of an act, drawn above all stems, so that none crosses its digits. */
function Mark({ at, y, label }: At & { y: number; label: string }) {
  return (
    <>
      <circle class="mark" cx={`${at}%`} cy={y} r="10" />
      <text class="mark-label" x={`${at}%`} y={y + 4} text-anchor="middle">
        {label}
      </text>
    </>
  );
}

function Coming({ at, y }: At & { y: number }) {
  return <circle class="coming-mark" cx={`${at}%`} cy={y} r="4" />;
}

function Now({ at, bottom, label }: At & { bottom: number; label: string }) {
  return (
    <>
      <line class="now" x1={`${at}%`} x2={`${at}%`} y1="16" y2={bottom} />
      <text class="now-label" x={`${at}%`} y="11" text-anchor="middle">
        {label}
      </text>
    </>
  );
}

function anchorAt(at: number): 'start' | 'middle' | 'end' {
  if (at < 3) return 'start';
  return at > 97 ? 'end' : 'middle';
}

function yearDate(year: number): PartialDate {
  return `${year}`;
}
