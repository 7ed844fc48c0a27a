import { addDays, type CalendarDate, firstDayOf } from '../domain/calendar-date.ts';
import type { Milestone } from '../domain/milestone.ts';
import { milestonesDue } from '../domain/milestones-due.ts';
import type { MilestoneFilter } from '../domain/preferences.ts';
import type { Timeline } from '../domain/timeline.ts';

/** The days that a milestone may stay in a feed: the longest that keeps the feed small, else the shortest. */
const AGES = [365, 90, 30, 14] as const;
const SMALL_FEED = 200;

/**
 * Lists the milestones on the days up to `through`, newest first. Trims by age alone: a cap on their number would drop
 * some of a busy day before any reader has fetched them.
 */
export function feedEntries(
  timelines: readonly Timeline[],
  filter: MilestoneFilter,
  through: CalendarDate,
): readonly Milestone[] {
  const year = milestonesDue(timelines, { from: addDays(through, -AGES[0]), through }, { ...filter, leadTimes: [0] });
  const newest = year.toReversed();
  const ages = AGES.map((days) => newest.filter(({ date }) => firstDayOf(date) >= addDays(through, -days)));
  return ages.find(({ length }) => length <= SMALL_FEED) ?? ages.at(-1) ?? [];
}
