import { addDays } from './calendar-date.ts';
import { dayOfRelease } from './correction.ts';
import { endOfPeriod, isDigestDay } from './digest.ts';
import { haveSameSchedule, type Preferences } from './preferences.ts';
import { localDate, tickServing } from './schedule.ts';
import type { Schedule, Subscriber } from './subscriber.ts';

/**
 * Creates the schedule of a subscriber who confirms at an instant: coverage begins with their local day.
 *
 * @example
 * // 04:00 on the 6th in Shanghai
 * scheduleFrom(inShanghai, new Date('2024-01-05T20:00:00Z')).coveredThrough // => '2024-01-05'
 */
export function scheduleFrom(preferences: Preferences, confirmed: Date): Schedule {
  return {
    preferences,
    coveredThrough: addDays(localDate(confirmed, preferences.timeZone), -1),
    changesToldThrough: addDays(dayOfRelease(confirmed), -1),
    scheduledSince: confirmed.toISOString(),
  };
}

/**
 * Changes the preferences of a schedule `at` an instant. Ticks until then belong to the old schedule, even if planned later
 * (see `formerSchedule`), and the days that its digests cover stay covered, whatever the new zone, hour, weekday or
 * frequency. Later days belong to the new schedule. A change of the filter alone keeps the schedule.
 *
 * @example
 * // weekly on Mondays at 08:00 UTC; on Wednesday 10 January it becomes daily: the 8th to the 14th are covered
 * changeSchedule(weekly, daily, new Date('2024-01-10T12:00:00Z'))
 * // => { preferences: daily, coveredThrough: '2024-01-14', scheduledSince: '2024-01-10T12:00:00.001Z' }
 */
export function changeSchedule(schedule: Schedule, preferences: Preferences, at: Date): Schedule {
  const { coveredThrough, changesToldThrough, scheduledSince } = schedule;
  if (haveSameSchedule(schedule.preferences, preferences))
    return { preferences, coveredThrough, changesToldThrough, scheduledSince, preferredSince: at.toISOString() };
  return {
    preferences,
    ...coveredBy(schedule, at),
    scheduledSince: new Date(at.getTime() + 1).toISOString(),
  };
}

/** A replaced schedule: a planner that is behind may still have to plan its last ticks. */
export type FormerSchedule = Schedule & {
  /** The instant of the change: later ticks belong to the new schedule. ISO 8601 in UTC. */
  readonly until: string;
};

/** Returns the schedule that a change replaced; `undefined` unless digests go out both before and after it. */
export function formerSchedule(before: Subscriber | undefined, after: Subscriber): FormerSchedule | undefined {
  if (
    before?.status !== 'active' ||
    after.status !== 'active' ||
    before.subscriptionVersion !== after.subscriptionVersion
  )
    return undefined;
  const { preferences, coveredThrough, changesToldThrough, scheduledSince, preferredSince } = before;
  if (scheduledSince === after.scheduledSince) return undefined;
  const until = new Date(Date.parse(after.scheduledSince) - 1).toISOString();
  return { preferences, coveredThrough, changesToldThrough, scheduledSince, preferredSince, until };
}

/** The last local date whose milestones digests have covered, and the last day whose data changes they have covered. */
export type Covered = Pick<Subscriber, 'coveredThrough' | 'changesToldThrough'>;

/** Returns what a schedule's digests cover, counting those with ticks through `plannedThrough`. */
export function coveredBy(schedule: Schedule, plannedThrough: Date): Covered {
  const { preferences, coveredThrough, changesToldThrough = coveredThrough, scheduledSince } = schedule;
  const { hour, timeZone } = preferences;
  let on = addDays(localDate(plannedThrough, timeZone), 1);
  while (!isDigestDay(on, preferences) || tickServing({ date: on, hour }, timeZone) > plannedThrough) {
    on = addDays(on, -1);
  }
  if (tickServing({ date: on, hour }, timeZone) < new Date(scheduledSince))
    return { coveredThrough, changesToldThrough };
  const told = endOfPeriod(on, preferences);
  if (told <= coveredThrough) return { coveredThrough, changesToldThrough };
  return { coveredThrough: told, changesToldThrough: on > changesToldThrough ? on : changesToldThrough };
}
