import {
  addDays,
  type CalendarDate,
  daysBetween,
  firstDayOf,
  firstOfMonth,
  lastDayOfMonthOf,
  type PartialDate,
  weekdayOf,
} from './calendar-date.ts';
import type { DueMilestone, Span } from './milestone.ts';
import { milestonesDue } from './milestones-due.ts';
import { tickServing } from './schedule.ts';
import type { Preferences, Subscriber } from './subscriber.ts';
import type { Timeline } from './timeline.ts';

/** The one mail that a subscriber gets for one period. */
export type Digest = {
  /** The local date that it is for: the first day of its period. */
  readonly on: CalendarDate;
  /** The days that it covers: each local date is covered by exactly one digest. */
  readonly coverage: Span;
  readonly groups: readonly DigestGroup[];
};

/** What falls on one date: a day, or a month or year whose day no source gives. */
export type DigestGroup = {
  readonly date: PartialDate;
  /** Days from the digest to the date; negative once it has passed. */
  readonly daysAhead: number;
  readonly milestones: readonly DueMilestone[];
};

type Rhythm = Pick<Preferences, 'frequency' | 'weekday'>;
type Appointment = Rhythm & Pick<Preferences, 'hour' | 'timeZone'>;

/** Whether a digest goes out on `date`: every day, on the chosen weekday, or on the 1st. */
export function isDigestDay(date: CalendarDate, { frequency, weekday }: Rhythm): boolean {
  if (frequency === 'daily') return true;
  return frequency === 'weekly' ? weekdayOf(date) === weekday : date.endsWith('-01');
}

/** The last day of the period that starts on the digest's date: the day itself, six days on, or the end of the month. */
export function endOfPeriod(on: CalendarDate, { frequency }: Pick<Rhythm, 'frequency'>): CalendarDate {
  if (frequency === 'daily') return on;
  return frequency === 'weekly' ? addDays(on, 6) : lastDayOfMonthOf(on);
}

/**
 * What a subscriber's digest covers when the local dates `served` have come, in order; `undefined` when none
 * of them is a digest day or all of their days are covered. Usually one date is served; after an outage several are, and one digest covers them all.
 *
 * The first digest after confirmation or after a change of schedule covers from the day after `coveredThrough`,
 * so that no date is lost and none is told twice.
 *
 * @example
 * // daily at 08:00, nothing served since the 3rd
 * coverageOf(daily, ['2024-01-04', '2024-01-05']) // => { on: '2024-01-05', coverage: { from: '2024-01-04', through: '2024-01-05' } }
 */
export function coverageOf(
  {
    preferences,
    coveredThrough,
    scheduledSince,
  }: Pick<Subscriber, 'preferences' | 'coveredThrough' | 'scheduledSince'>,
  served: readonly CalendarDate[],
): Pick<Digest, 'on' | 'coverage'> | undefined {
  const digestDays = served.filter((date) => isDigestDay(date, preferences));
  const [first] = digestDays;
  const on = digestDays.at(-1);
  if (first === undefined || on === undefined) return undefined;
  const uncovered = addDays(coveredThrough, 1);
  const isFirst = tickOn(previousDigestDay(first, preferences), preferences) < new Date(scheduledSince);
  const from = isFirst || uncovered > first ? uncovered : first;
  const through = endOfPeriod(on, preferences);
  return from <= through ? { on, coverage: { from, through } } : undefined;
}

/** The digest of `on` for a reader with these preferences. */
export function digestOf(
  { on, coverage }: Pick<Digest, 'on' | 'coverage'>,
  timelines: readonly Timeline[],
  preferences: Preferences,
): Digest {
  const groups = new Map<PartialDate, DueMilestone[]>();
  for (const milestone of milestonesDue(timelines, coverage, preferences)) {
    groups.set(milestone.date, [...(groups.get(milestone.date) ?? []), milestone]);
  }
  return {
    on,
    coverage,
    groups: [...groups].map(([date, milestones]) => ({
      date,
      daysAhead: daysBetween(on, firstDayOf(date)),
      milestones,
    })),
  };
}

/** Whether a digest goes out after its day, or tells days that an earlier digest should have told. */
export function isLate({ on, coverage }: Pick<Digest, 'on' | 'coverage'>): boolean {
  return coverage.from < on;
}

function previousDigestDay(date: CalendarDate, { frequency }: Rhythm): CalendarDate {
  if (frequency === 'monthly') return firstOfMonth(date, -1);
  return addDays(date, frequency === 'daily' ? -1 : -7);
}

function tickOn(date: CalendarDate, { hour, timeZone }: Appointment): Date {
  return tickServing({ date, hour }, timeZone);
}
