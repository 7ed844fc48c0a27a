import { type CalendarDate, firstOfMonth, isDay, yearOf } from './calendar-date.ts';
import type { Milestone } from './milestone.ts';
import { milestonesBetween } from './milestones-due.ts';
import type { MilestoneFilter } from './preferences.ts';
import type { Timeline } from './timeline.ts';

/** A milestone whose day is known. */
export type DayMilestone = Milestone & { readonly date: CalendarDate };

/** The milestones in a calendar, soonest first; `isCut` if only the nearest fit. */
export type CalendarMilestones = { readonly milestones: readonly DayMilestone[]; readonly isCut: boolean };

/** The most milestones in a calendar: about 1 MB, which calendar programs still accept. */
export const MAX_MILESTONES = 2000;

/**
 * Lists the milestones of a calendar: from 1 January of last year through `years` years, this year included, so that it
 * changes at New Year and not every day. If that is more than calendar programs accept, keeps the nearest from the 1st
 * of this month on. Leaves out milestones without a day, as a calendar has no place for them.
 */
export function calendarMilestones(
  timelines: readonly Timeline[],
  filter: MilestoneFilter,
  { today, years }: { readonly today: CalendarDate; readonly years: number },
): CalendarMilestones {
  const thisYear = yearOf(today);
  const from = (start: CalendarDate): DayMilestone[] => {
    const near = { from: start, through: `${thisYear}-12-31` } as const;
    const shown = milestonesBetween(timelines, near, filter).filter(isOnADay);
    for (let year = thisYear + 1; year < thisYear + years && shown.length <= MAX_MILESTONES; year += 1) {
      const span = { from: `${year}-01-01`, through: `${year}-12-31` } as const;
      shown.push(...milestonesBetween(timelines, span, filter).filter(isOnADay));
    }
    return shown;
  };
  const all = from(`${thisYear - 1}-01-01`);
  if (all.length <= MAX_MILESTONES) return { milestones: all, isCut: false };
  return { milestones: from(firstOfMonth(today)).slice(0, MAX_MILESTONES), isCut: true };
}

function isOnADay(milestone: Milestone): milestone is DayMilestone {
  return isDay(milestone.date);
}
