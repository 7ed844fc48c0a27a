import { type BusyWeek, busyWeeks } from './busy-weeks.ts';
import {
  addDays,
  type CalendarDate,
  firstDayOf,
  firstOfMonth,
  inYear,
  isDay,
  lastDayOfMonthOf,
  monthOf,
  type PartialDate,
  yearOf,
} from './calendar-date.ts';
import type { Milestone, Span } from './milestone.ts';
import { milestonesBetween } from './milestones-due.ts';
import type { MilestoneFilter } from './preferences.ts';
import type { StateCode } from './relation-event.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';

/** The numbers of years that a reader may plan ahead. */
export const plannedYears = [1, 2, 3, 5] as const;
export type PlannedYears = (typeof plannedYears)[number];

/** The choices of a plan besides states and pairs: the whole world, or a region of the United Nations (M49). */
export const plannedRegions = ['world', 'africa', 'americas', 'asia', 'europe', 'oceania'] as const;
export type PlannedRegion = (typeof plannedRegions)[number];

/** Lists the states of a region; none for the world, as a filter without states follows all. */
export function statesIn(region: PlannedRegion, states: readonly Pick<State, 'code' | 'region'>[]): StateCode[] {
  return states.filter((state) => state.region.toLowerCase() === region).map(({ code }) => code);
}

/** The most states and pairs in one outlook. */
export const MAX_PLANNED_PARTIES = 10;

/** The most milestones on a page of the planner. */
const MAX_PLANNED = 1000;

/** The milestones ahead, month by month. */
export type Outlook = {
  readonly span: Span;
  /** The first month left out, if the span had to be cut. */
  readonly nextMonth: PartialDate | undefined;
  /** Every month of the span with its milestones; those known by the month only come first. */
  readonly months: readonly { readonly month: PartialDate; readonly milestones: readonly Milestone[] }[];
  /** Milestones known by the year only. */
  readonly withoutMonth: readonly Milestone[];
  readonly busyWeeks: readonly BusyWeek[];
};

/** Builds the outlook for whole years from `from` on, cut to whole months with at most `MAX_PLANNED` milestones. */
export function buildOutlook(timelines: readonly Timeline[], filter: MilestoneFilter, ahead: Ahead): Outlook {
  const whole = wholeSpan(ahead);
  const found = milestonesBetween(timelines, whole, filter);
  const span = cutToFit(whole, found);
  const milestones = found.filter(({ date }) => firstDayOf(date) <= span.through);
  return {
    span,
    nextMonth: span.through < whole.through ? monthOf(addDays(span.through, 1)) : undefined,
    months: monthsIn(span).map((month) => ({
      month,
      milestones: milestones.filter(({ date }) => date.startsWith(month)).sort(coarserFirst),
    })),
    withoutMonth: milestones.filter(({ date }) => date.length === 4),
    busyWeeks: busyWeeks(milestones, span),
  };
}

export type Ahead = { readonly from: CalendarDate; readonly years: number };

function wholeSpan({ from, years }: Ahead): Span {
  return { from, through: addDays(firstDayOf(inYear(yearOf(from) + years, from, '03-01')), -1) };
}

/** Ends the span before the month that exceeds the limit. The first month always stays. */
function cutToFit(span: Span, milestones: readonly Milestone[]): Span {
  const beyond = milestones[MAX_PLANNED];
  if (beyond === undefined) return span;
  const before = addDays(firstOfMonth(firstDayOf(beyond.date)), -1);
  return { from: span.from, through: before < span.from ? lastDayOfMonthOf(span.from) : before };
}

function monthsIn({ from, through }: Span): PartialDate[] {
  const months: PartialDate[] = [];
  for (let first = firstOfMonth(from); first <= through; first = firstOfMonth(first, 1)) months.push(monthOf(first));
  return months;
}

/** Orders milestones known by the month before those known by the day; days keep their order. */
function coarserFirst(one: Milestone, other: Milestone): number {
  return Number(isDay(one.date)) - Number(isDay(other.date));
}
