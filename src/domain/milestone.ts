import { type CalendarDate, dayBeside, inYear, LAST_DAY, type PartialDate } from './calendar-date.ts';
import type { RelationEvent } from './relation-event.ts';
import type { Timeline } from './timeline.ts';

export const namedPolicies = ['fives', 'tens', 'jubilees', 'every'] as const;

/** The anniversaries that count: the 1st and every 5th, every 10th, every 25th, all, or the numbers listed. */
export type MilestonePolicy = (typeof namedPolicies)[number] | readonly number[];

/** The days on which an event of 29 February can be observed in a common year: 28 February or 1 March. */
export const leapDayRules = ['feb28', 'mar1'] as const;
export type LeapDayRule = (typeof leapDayRules)[number];

/** An anniversary that counts: `years` whole years after `event`, observed on `date`, which is as precise as the event. */
export type Milestone = {
  readonly timeline: Timeline;
  readonly event: RelationEvent;
  readonly years: number;
  readonly date: PartialDate;
};

/** A milestone that is announced `leadTime` days ahead. */
export type DueMilestone = Milestone & { readonly leadTime: number };

/** The days from `from` to `through`, both included. */
export type Span = { readonly from: CalendarDate; readonly through: CalendarDate };

/**
 * Shifts a span by `days`, cut at the end of the year 9999; `undefined` if nothing is left.
 *
 * @example
 * spanLater({ from: '9999-12-01', through: '9999-12-31' }, 7) // => { from: '9999-12-08', through: '9999-12-31' }
 */
export function spanLater({ from, through }: Span, days: number): Span | undefined {
  const first = dayBeside(from, days);
  return first && { from: first, through: dayBeside(through, days) ?? LAST_DAY };
}

/**
 * Checks whether the `years`th anniversary is a milestone.
 *
 * @example
 * isMilestone('fives', 1) // => true
 * isMilestone('tens', 1) // => false
 * isMilestone([7, 70], 70) // => true
 */
export function isMilestone(policy: MilestonePolicy, years: number): boolean {
  if (years < 1) return false;
  if (policy === 'fives') return years === 1 || years % 5 === 0;
  if (policy === 'tens') return years % 10 === 0;
  if (policy === 'jubilees') return years % 25 === 0;
  return policy === 'every' || policy.includes(years);
}

const observedLeapDay = { feb28: '02-28', mar1: '03-01' } as const;

/**
 * Returns the anniversary of `origin` in `year`, as precise as `origin`.
 *
 * @example
 * observedIn(2023, '2020-02-29', 'feb28') // => '2023-02-28'
 * observedIn(2023, '2020-02-29', 'mar1') // => '2023-03-01'
 * observedIn(2020, '1990-04', 'feb28') // => '2020-04'
 */
export function observedIn(year: number, origin: PartialDate, leapDay: LeapDayRule): PartialDate {
  return inYear(year, origin, observedLeapDay[leapDay]);
}

/**
 * Returns the key of a milestone; changes of its sources, evidence or observed day do not affect it.
 *
 * @example
 * milestoneKey(resumptionOfChinaAndLesothoIn2024) // => 'CN-LS-1994-01-12-resumed-30'
 */
export function milestoneKey({ timeline, event, years }: Milestone): string {
  return `${timeline.pair}-${event.date}-${event.kind}-${years}`;
}

/**
 * Returns the path of the calendar file of one milestone.
 *
 * @example
 * milestonePath(resumptionOfChinaAndLesothoIn2024) // => '/milestones/CN-LS/1994-01-12-resumed-30.ics'
 */
export function milestonePath({ timeline, event, years }: Pick<Milestone, 'timeline' | 'event' | 'years'>): string {
  return `/milestones/${timeline.pair}/${event.date}-${event.kind}-${years}.ics`;
}
