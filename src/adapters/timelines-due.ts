import { type DayKey, dayKeysDue } from '../domain/day-key.ts';
import type { Span } from '../domain/milestone.ts';
import type { Timeline } from '../domain/timeline.ts';
import type { RelationsTable } from './relations-table.ts';

export type TimelinesDue = ReturnType<typeof timelinesDue>;

/**
 * Finds the timelines of which a digest may tell, by the days that its lead times point at.
 * A day that was read once is not read again, so one of these serves one run.
 */
export function timelinesDue(relations: Pick<RelationsTable, 'onDays'>) {
  const known = new Map<DayKey, Promise<readonly Timeline[]>>();

  function onDay(key: DayKey): Promise<readonly Timeline[]> {
    const timelines = known.get(key) ?? relations.onDays([key]);
    known.set(key, timelines);
    return timelines;
  }

  return async (coverage: Span, leadTimes: readonly number[]): Promise<Timeline[]> => {
    const timelines = await Promise.all(dayKeysDue(coverage, leadTimes).map(onDay));
    return [...new Map(timelines.flat().map((timeline) => [timeline.pair, timeline])).values()];
  };
}
