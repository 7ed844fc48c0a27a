import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import { type DayKey, dayKeysDue } from '../domain/day-key.ts';
import type { Span } from '../domain/milestone.ts';
import { remember } from '../domain/remember.ts';
import type { Timeline } from '../domain/timeline.ts';

export type TimelinesDue = ReturnType<typeof timelinesDue>;

/** Subscribers have few sets of lead times among them. */
const MAX_ANSWERS = 1_000;
/** A key for each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;

/**
 * Finds the timelines that a digest may mention, by the days that its lead times point at. Keep one for a single run:
 * it never reads a day again.
 */
export function timelinesDue(relations: Pick<RelationsTable, 'onDays'>) {
  const onDay = remember((key: DayKey) => relations.onDays([key]), { most: MAX_DAYS });
  const find = remember(
    async ({ coverage, leadTimes }: { readonly coverage: Span; readonly leadTimes: readonly number[] }) => {
      const timelines = await Promise.all(dayKeysDue(coverage, leadTimes).map(onDay));
      return [...new Map(timelines.flat().map((timeline) => [timeline.pair, timeline])).values()];
    },
    { most: MAX_ANSWERS },
  );
  return (coverage: Span, leadTimes: readonly number[]): Promise<readonly Timeline[]> => find({ coverage, leadTimes });
}
