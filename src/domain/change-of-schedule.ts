import { addDays } from './calendar-date.ts';
import { dayOfRelease } from './correction.ts';
import { endOfPeriod, isDigestDay } from './digest.ts';
import { haveSameSchedule, type Preferences } from './preferences.ts';
import { localDate, tickServing } from './schedule.ts';
import type { Schedule, Subscriber } from './subscriber.ts';

/**
 * The schedule of a subscriber who confirms at an instant: coverage begins with that day of theirs.
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
 * The schedule of a subscriber who chooses other preferences `at` an instant. The ticks until then are the old schedule's,
 * whenever they are planned (see `formerSchedule`), and what its digests cover stays covered, whatever the new zone, hour,
 * weekday or frequency; every later day is left to the new schedule. A change of the filter alone leaves the schedule as it is.
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

/** A replaced schedule: its last ticks may still wait for a planner that is behind. */
export type FormerSchedule = Schedule & {
  /** The instant of the change: later ticks are no longer this schedule's. ISO 8601 in UTC. */
  readonly until: string;
};

/** The schedule that a change has replaced, if digests go out before and after it; otherwise `undefined`. */
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

/** The last local date whose milestones digests have covered, and the last day whose changes of the data. */
export type Covered = Pick<Subscriber, 'coveredThrough' | 'changesToldThrough'>;

/** What a schedule's digests have covered, through those whose tick is not after `plannedThrough`. */
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
