import { type BusyWeek, busyWeeks } from './busy-weeks.ts';
import {
  addDays,
  type CalendarDate,
  firstDayOf,
  firstOfMonth,
  inYear,
  isDay,
  monthOf,
  type PartialDate,
  yearOf,
} from './calendar-date.ts';
import type { Milestone, Span } from './milestone.ts';
import { milestonesBetween } from './milestones-due.ts';
import type { MilestoneFilter } from './preferences.ts';
import type { Timeline } from './timeline.ts';

/** How many years a reader may plan ahead. */
export const plannedYears = [1, 2, 3, 5] as const;
export type PlannedYears = (typeof plannedYears)[number];

/** What lies ahead, month by month. */
export type Outlook = {
  readonly span: Span;
  /** Every month of the span, with what falls on its days and, first, what is known by the month only. */
  readonly months: readonly { readonly month: PartialDate; readonly milestones: readonly Milestone[] }[];
  /** What is known by the year only. */
  readonly withoutMonth: readonly Milestone[];
  readonly busyWeeks: readonly BusyWeek[];
};

/** The plan of so many whole years from `from` on. */
export function outlookOf(timelines: readonly Timeline[], filter: MilestoneFilter, ahead: Ahead): Outlook {
  const span = spanOf(ahead);
  const milestones = milestonesBetween(timelines, span, filter);
  return {
    span,
    months: monthsOf(span).map((month) => ({
      month,
      milestones: milestones.filter(({ date }) => date.startsWith(month)).sort(coarserFirst),
    })),
    withoutMonth: milestones.filter(({ date }) => date.length === 4),
    busyWeeks: busyWeeks(milestones, span),
  };
}

export type Ahead = { readonly from: CalendarDate; readonly years: number };

function spanOf({ from, years }: Ahead): Span {
  return { from, through: addDays(firstDayOf(inYear(yearOf(from) + years, from, '03-01')), -1) };
}

function monthsOf({ from, through }: Span): PartialDate[] {
  const months: PartialDate[] = [];
  for (let first = firstOfMonth(from); first <= through; first = firstOfMonth(first, 1)) months.push(monthOf(first));
  return months;
}

/** Known by the month before known by the day; days stay in their order. */
function coarserFirst(one: Milestone, other: Milestone): number {
  return Number(isDay(one.date)) - Number(isDay(other.date));
}
