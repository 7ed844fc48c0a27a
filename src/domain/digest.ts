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
   * The local date that it is for: the first day of its period, or the first that no earlier digest covered.
   * It is always among the days covered, so that no two digests are for one date.
   */
  readonly on: CalendarDate;
  /** The days that it covers: each local date is covered by exactly one digest. */
  readonly coverage: Span;
  /** Whether it covers days that an earlier digest should have covered, or goes out after its day. */
  readonly isLate: boolean;
  readonly groups: readonly DigestGroup[];
  readonly corrections: readonly Correction[];
};

/** Identifies a digest: the days whose milestones it announces, and those whose changes of the data. */
export type DigestPeriod = Pick<Digest, 'on' | 'coverage'> & {
  /** The days since the digest before, through the day on which this one goes out. Empty where `from` comes after `through`. */
  readonly changeSpan: Span;
};

/** The input of a digest: the timelines that it may mention, and the changes of the data applied in its days. */
export type DueFacts = { readonly timelines: readonly Timeline[]; readonly changes?: readonly AppliedChange[] };

/** When a digest goes out: the subscriber's local date, and whether it is late. By default on time. */
export type Dispatch = { readonly today: CalendarDate; readonly isLate: boolean };

/** What falls on one date: a day, or a month or year whose day no source gives. */
export type DigestGroup = {
  readonly date: PartialDate;
  /** Days from the day of the mail to the date; negative once it has passed. */
  readonly daysAhead: number;
  readonly milestones: readonly DueMilestone[];
};

/** Which digest it is and when it goes out. Without `changeSpan` it announces no changes of the data. */
export type Occasion = Omit<DigestPeriod, 'changeSpan'> & {
  readonly changeSpan?: Span | undefined;
} & Partial<Dispatch>;

type Rhythm = Pick<Preferences, 'frequency' | 'weekday'>;

/** Whether a digest goes out on `date`: every day, on the chosen weekday, or on the 1st. */
export function isDigestDay(date: CalendarDate, { frequency, weekday }: Rhythm): boolean {
  if (frequency === 'daily') return true;
  return frequency === 'weekly' ? weekdayOf(date) === weekday : date.endsWith('-01');
}

/** The last day of the period that starts on the digest's date: the day itself, six days on, or the end of the month. */
export function endOfPeriod(on: CalendarDate, { frequency }: Pick<Rhythm, 'frequency'>): CalendarDate {
  if (frequency === 'daily') return on;
  return frequency === 'weekly' ? (dayBeside(on, 6) ?? LAST_DAY) : lastDayOfMonthOf(on);
}

/**
 * What a subscriber's digest covers when the local dates `served` have come, in order; `undefined` when none
 * of them is a digest day or all of their days are covered. Usually one date is served; after an outage several are, and one digest covers them all.
 *
 * Milestones are announced ahead, for the days of the coming period; changes of the data afterwards, for the days since the last digest.
 * Dates whose tick came before `scheduledSince` belong to an earlier schedule, or to the time before confirmation.
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

/** The digest for a reader with these preferences, as it reads on the day that it goes out. */
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

/** Whether a digest has anything to say. */
export function hasContent({ groups, corrections }: Pick<Digest, 'groups' | 'corrections'>): boolean {
  return groups.length > 0 || corrections.length > 0;
}

/**
 * How a digest goes out on a day. It is late when days that it covers are over, except for the first of a schedule:
 * that one reaches back to the day of confirmation or of the change, and nobody was expecting it.
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
