import { addDays, type CalendarDate } from './calendar-date.ts';
import type { FormerSchedule } from './change-of-schedule.ts';
import type { DeliveryStatus } from './delivery.ts';
import { type DigestPeriod, findDigestPeriod } from './digest.ts';
import { HOUR_MS } from './durations.ts';
import type { Span } from './milestone.ts';
import type { Preferences } from './preferences.ts';
import { hoursServedIn, type TickSpan, tickServing, ticksDue } from './schedule.ts';
import type { Schedule, SubscriberId } from './subscriber.ts';

/** The outcome of the digests that were due: each is `sent`, `failed` or `missing`, or cannot be judged. */
type CheckCounts = {
  readonly due: number;
  readonly sent: number;
  /** SES refused them for good, and that is on record. */
  readonly failed: number;
  /** Neither sent nor failed: never planned, lost, or still on their way hours after their day. */
  readonly missing: number;
  /** What was due can no longer be known, because preferences or dataset have changed since; or too many are without a record. */
  readonly unjudged: number;
};

/** The check of the local days that were over in some zone by one of its ticks. */
export type DayCheck = TickSpan & {
  readonly days: readonly CalendarDate[];
  readonly counts: CheckCounts;
  /** Some of the subscribers without their digest. */
  readonly missing: readonly SubscriberId[];
};

/** The local hour at which the day before is checked: its last digest has had four hours to leave by then. */
const HOUR_OF_CHECK = 3;

/** The ticks to check next when `tick` has come: an hour of them at most, so that little is done again after a crash. */
export function ticksToCheck(checkedThrough: Date | undefined, tick: Date): TickSpan | undefined {
  const due = ticksDue(checkedThrough, tick);
  return due && { ...due, through: new Date(Math.min(due.through.getTime(), due.after.getTime() + HOUR_MS)) };
}

/** A local day that is over, and the tick at which those with one hour had their digest of it. */
export type CheckedDay = { readonly day: CalendarDate; readonly tick: Date };

/**
 * The days of a zone-hour that the ticks of a span let be checked: each local day once, whatever the clocks do.
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

/** The digest that somebody was to get, if it had anything to say. */
export type DueDigest = DigestPeriod;

/** `undefined` if none was due on that day; `unknown` if their preferences at that tick are no longer on record. */
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

/** A digest is composed with the preferences at the time of sending, so a change soon after the tick already counts. */
function isOnItsWay(tick: Date, changed: Date): boolean {
  return changed.getTime() - tick.getTime() < HOUR_MS;
}

/** What is on record of a digest that was due. After an outage one digest covers the days of several. */
export function findOutcome(
  { coverage: { from, through } }: Pick<DueDigest, 'coverage'>,
  deliveries: readonly { readonly coverage: Span; readonly status: DeliveryStatus }[],
): 'sent' | 'failed' | 'missing' {
  const covering = deliveries.filter(({ coverage }) => coverage.from <= from && through <= coverage.through);
  const statuses = covering.map(({ status }) => status);
  if (statuses.includes('sent')) return 'sent';
  return statuses.includes('failed') ? 'failed' : 'missing';
}
