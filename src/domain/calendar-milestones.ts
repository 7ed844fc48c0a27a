import { type CalendarDate, firstOfMonth, isDay, yearOf } from './calendar-date.ts';
import type { Milestone } from './milestone.ts';
import { milestonesBetween } from './milestones-due.ts';
import type { MilestoneFilter } from './preferences.ts';
import type { Timeline } from './timeline.ts';

/** A milestone whose day is known. */
export type DayMilestone = Milestone & { readonly date: CalendarDate };

/** What a calendar shows, soonest first; `isCut` when that is not all: it is the nearest then. */
export type CalendarMilestones = { readonly milestones: readonly DayMilestone[]; readonly isCut: boolean };

/** About 1 MB, which calendar programs still accept. */
export const MAX_MILESTONES = 2000;

/**
 * What a calendar shows: the milestones from 1 January of last year to the end of the `years`th year, this one counted,
 * so that it changes at New Year and not every day. If that is more than calendar programs accept, only the nearest,
 * from the 1st of this month on. A milestone of a month or a year is on no day, and so in no calendar.
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
