import { addDays, type CalendarDate } from './calendar-date.ts';
import type { FormerSchedule } from './change-of-schedule.ts';
import type { DeliveryStatus } from './delivery.ts';
import { type DigestPeriod, findDigestPeriod } from './digest.ts';
import { HOUR_MS } from './durations.ts';
import type { Span } from './milestone.ts';
import type { Preferences } from './preferences.ts';
import { hoursServedIn, type TickSpan, tickServing, ticksDue } from './schedule.ts';
import type { Schedule, SubscriberId } from './subscriber.ts';

/** The outcomes of the digests that were due: each was sent, failed, is missing or cannot be judged. */
type CheckCounts = {
  readonly due: number;
  readonly sent: number;
  /** SES refused them for good, as recorded. */
  readonly failed: number;
  /** Neither sent nor failed: never planned, lost, or still on their way hours after their day. */
  readonly missing: number;
  /** Unknown whether due, as preferences or dataset have changed since; or beyond the cap on look-ups. */
  readonly unjudged: number;
};

/** The check of the local days that were over in some zone by one of its ticks. */
export type DayCheck = TickSpan & {
  readonly days: readonly CalendarDate[];
  readonly counts: CheckCounts;
  /** Some of the subscribers without their digest. */
  readonly missing: readonly SubscriberId[];
};

/** The local hour at which the day before is checked: its last digest, at 23:00, has had four hours to go out. */
const HOUR_OF_CHECK = 3;

/** Returns the ticks to check next, through `tick`: at most an hour, so that a crash repeats little work. */
export function ticksToCheck(checkedThrough: Date | undefined, tick: Date): TickSpan | undefined {
  const due = ticksDue(checkedThrough, tick);
  return due && { ...due, through: new Date(Math.min(due.through.getTime(), due.after.getTime() + HOUR_MS)) };
}

/** A local day that is over, and the tick at which one zone-hour had its digest of that day. */
export type CheckedDay = { readonly day: CalendarDate; readonly tick: Date };

/**
 * Lists the days of a zone-hour to check in a span of ticks: each local day once, even when clocks change.
 *
 * @example
 * // there it is 03:00 on the 6th
 * daysToCheck(onlyTick(new Date('2024-01-05T19:00:00Z')), { timeZone: 'Asia/Shanghai', hour: 8 })
 * // => [{ day: '2024-01-05', tick: 2024-01-05T00:00:00Z }]
 */
export function daysToCheck(ticks: TickSpan, { timeZone, hour }: ZoneHour): CheckedDay[] {
  const reached = hoursServedIn(ticks, timeZone).filter((served) => served.hour === HOUR_OF_CHECK);
  const days = reached.map(({ date }) => addDays(date, -1));
  return days.map((day) => ({ day, tick: tickServing({ date: day, hour }, timeZone) }));
}

type ZoneHour = Pick<Preferences, 'timeZone' | 'hour'>;

/** The digest that was due to a subscriber if it had content. */
export type DueDigest = DigestPeriod;

/** Finds the digest that a schedule had for a day; `unknown` if the preferences at its tick are no longer on record. */
export function digestOfDay(
  { day, tick }: CheckedDay,
  schedule: Schedule & Partial<FormerSchedule>,
): DueDigest | 'unknown' | undefined {
  const { preferredSince, until } = schedule;
  if (until !== undefined && new Date(until) < tick) return undefined;
  const covered = findDigestPeriod(schedule, [day]);
  if (covered === undefined) return undefined;
  const isKnown = !(preferredSince && new Date(preferredSince) > tick) && !(until && isOnItsWay(tick, new Date(until)));
  return isKnown ? covered : 'unknown';
}

/** Checks for a change so soon after the tick that the digest may already use it, as it is composed when sent. */
function isOnItsWay(tick: Date, changed: Date): boolean {
  return changed.getTime() - tick.getTime() < HOUR_MS;
}

/** Finds the recorded outcome of a digest that was due. After an outage one digest covers the days of several. */
export function findOutcome(
  { coverage: { from, through } }: Pick<DueDigest, 'coverage'>,
  deliveries: readonly { readonly coverage: Span; readonly status: DeliveryStatus }[],
): 'sent' | 'failed' | 'missing' {
  const covering = deliveries.filter(({ coverage }) => coverage.from <= from && through <= coverage.through);
  const statuses = covering.map(({ status }) => status);
  if (statuses.includes('sent')) return 'sent';
  return statuses.includes('failed') ? 'failed' : 'missing';
}
