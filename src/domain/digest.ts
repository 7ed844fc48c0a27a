import {
  addDays,
  type CalendarDate,
  dayBeside,
  daysBetween,
  firstDayOf,
  firstOfMonth,
  LAST_DAY,
  lastDayOfMonthOf,
  type PartialDate,
  weekdayOf,
} from './calendar-date.ts';
import { type AppliedChange, type Correction, correctionsDue } from './correction.ts';
import type { DueMilestone, Span } from './milestone.ts';
import { milestonesDue } from './milestones-due.ts';
import type { Preferences } from './preferences.ts';
import { isServedSince } from './schedule.ts';
import type { Schedule, Subscriber } from './subscriber.ts';
import type { Timeline } from './timeline.ts';

/** The one mail that a subscriber gets for one period. */
export type Digest = {
  /**
   * The local date that it is for: the first day of its period, or the first day that no earlier digest covered.
   * Always one of the days covered, so that no two digests are for the same date.
   */
  readonly on: CalendarDate;
  /** The days that it covers: each local date is covered by exactly one digest. */
  readonly coverage: Span;
  /** Whether it covers days for which an earlier digest was missed, or goes out after its day. */
  readonly isLate: boolean;
  readonly groups: readonly DigestGroup[];
  readonly corrections: readonly Correction[];
};

/** The days that a digest is about: those whose milestones it announces, and those whose data changes it announces. */
export type DigestPeriod = Pick<Digest, 'on' | 'coverage'> & {
  /** The days since the previous digest, through the day on which this one is due. Empty if `from` is after `through`. */
  readonly changeSpan: Span;
};

/** The input of a digest: the timelines that it may mention, and the data changes applied in its days. */
export type DueFacts = { readonly timelines: readonly Timeline[]; readonly changes?: readonly AppliedChange[] };

/** The dispatch of a digest: the subscriber's local date, and whether it is late. */
export type Dispatch = { readonly today: CalendarDate; readonly isLate: boolean };

/** The milestones of one date: a day, or a month or year if no source gives the day. */
export type DigestGroup = {
  readonly date: PartialDate;
  /** Days from the day of the mail to the date; negative once it has passed. */
  readonly daysAhead: number;
  readonly milestones: readonly DueMilestone[];
};

/** A digest's period and dispatch, by default on time. Without `changeSpan` it announces no data changes. */
export type Occasion = Omit<DigestPeriod, 'changeSpan'> & {
  readonly changeSpan?: Span | undefined;
} & Partial<Dispatch>;

type Rhythm = Pick<Preferences, 'frequency' | 'weekday'>;

/** Checks whether a digest goes out on `date`: every day, on the chosen weekday, or on the 1st. */
export function isDigestDay(date: CalendarDate, { frequency, weekday }: Rhythm): boolean {
  if (frequency === 'daily') return true;
  return frequency === 'weekly' ? weekdayOf(date) === weekday : date.endsWith('-01');
}

/** Returns the last day of the period that starts on `on`: the day itself, six days later, or the end of the month. */
export function endOfPeriod(on: CalendarDate, { frequency }: Pick<Rhythm, 'frequency'>): CalendarDate {
  if (frequency === 'daily') return on;
  return frequency === 'weekly' ? (dayBeside(on, 6) ?? LAST_DAY) : lastDayOfMonthOf(on);
}

/**
 * Finds the period of the digest to send for the local dates `served`, in order; `undefined` if none of them is a digest
 * day or all their days are covered. Usually one date is served; after an outage one digest covers several.
 *
 * It announces milestones for the coming period, and data changes for the days since the last digest.
 * Dates with a tick before `scheduledSince` belong to an earlier schedule, or to the time before confirmation.
 * The first digest of a schedule covers from the day after `coveredThrough`, so that no date is lost or repeated.
 *
 * @example
 * // daily at 08:00, nothing served since the 3rd
 * findDigestPeriod(daily, ['2024-01-04', '2024-01-05'])
 * // => { on: '2024-01-05', coverage: { from: '2024-01-04', through: '2024-01-05' }, changeSpan: … the same }
 */
export function findDigestPeriod(schedule: Schedule, served: readonly CalendarDate[]): DigestPeriod | undefined {
  const { preferences, coveredThrough, changesToldThrough = coveredThrough } = schedule;
  const digestDays = served.filter((date) => isDigestDay(date, preferences) && isOfPresentSchedule(date, schedule));
  const [first] = digestDays;
  const last = digestDays.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const uncovered = addDays(coveredThrough, 1);
  const isFirst = !isOfPresentSchedule(previousDigestDay(first, preferences), schedule);
  const from = isFirst ? uncovered : later(first, uncovered);
  const through = endOfPeriod(last, preferences);
  if (from > through) return undefined;
  const untold = addDays(changesToldThrough, 1);
  const sincePrevious = addDays(previousDigestDay(first, preferences), 1);
  const changesFrom = from === uncovered ? untold : later(sincePrevious, untold);
  return { on: later(last, from), coverage: { from, through }, changeSpan: { from: changesFrom, through: last } };
}

/** Builds the digest for a reader with these preferences, as of the day on which it goes out. */
export function buildDigest(
  { on, coverage, changeSpan, today = on, isLate = false }: Occasion,
  { timelines, changes = [] }: DueFacts,
  preferences: Preferences,
): Digest {
  const groups = new Map<PartialDate, DueMilestone[]>();
  for (const milestone of milestonesDue(timelines, coverage, preferences)) {
    const group = groups.get(milestone.date);
    if (group === undefined) groups.set(milestone.date, [milestone]);
    else group.push(milestone);
  }
  return {
    on,
    coverage,
    isLate,
    groups: [...groups].map(([date, milestones]) => ({
      date,
      daysAhead: daysBetween(today, firstDayOf(date)),
      milestones,
    })),
    corrections: changeSpan ? correctionsDue(changes, changeSpan, preferences) : [],
  };
}

/** Checks whether a digest has any content. */
export function hasContent({ groups, corrections }: Pick<Digest, 'groups' | 'corrections'>): boolean {
  return groups.length > 0 || corrections.length > 0;
}

/**
 * Determines how a digest goes out on a day. It is late if days that it covers are over, unless it is the first of a
 * schedule: that one reaches back to the confirmation or the change, and nobody expected it earlier.
 */
export function dispatchOn(
  today: CalendarDate,
  { coverage }: Pick<Digest, 'coverage'>,
  { coveredThrough }: Pick<Subscriber, 'coveredThrough'>,
): Dispatch {
  return { today, isLate: coverage.from < today && coverage.from !== addDays(coveredThrough, 1) };
}

function previousDigestDay(date: CalendarDate, { frequency }: Rhythm): CalendarDate {
  if (frequency === 'monthly') return firstOfMonth(date, -1);
  return addDays(date, frequency === 'daily' ? -1 : -7);
}

function isOfPresentSchedule(
  date: CalendarDate,
  { preferences: { hour, timeZone }, scheduledSince }: Schedule,
): boolean {
  return isServedSince({ date, hour }, timeZone, new Date(scheduledSince));
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
