import { addDays, type CalendarDate } from './calendar-date.ts';
import { endOfPeriod, isDigestDay } from './digest.ts';
import { localDate, tickServing } from './schedule.ts';
import type { Preferences, Schedule } from './subscriber.ts';

/**
 * The schedule of a subscriber who confirms at an instant: coverage begins with that day of theirs.
 *
 * @example
 * // 04:00 on the 6th in Shanghai
 * scheduleFrom(inShanghai, new Date('2024-01-05T20:00:00Z')).coveredThrough // => '2024-01-05'
 */
export function scheduleFrom(preferences: Preferences, confirmed: Date): Schedule {
  const coveredThrough = addDays(localDate(confirmed, preferences.timeZone), -1);
  return { preferences, coveredThrough, scheduledSince: confirmed.toISOString() };
}

/**
 * The schedule of a subscriber who chooses other preferences `at` an instant. What the digests planned until then
 * have covered stays covered, whatever the new zone, hour, weekday or frequency; every later day is left to the new schedule.
 * Wishes about content alone leave the schedule as it is.
 *
 * `plannedThrough` is the last tick of which all digests were planned. A tick that came before the change but is planned
 * after it no longer finds the subscriber under the old schedule, so its days are left to the new one too.
 *
 * @example
 * // weekly on Mondays at 08:00 UTC; on Wednesday 10 January it becomes daily: the 8th to the 14th have been told
 * changeSchedule(weekly, daily, { at: new Date('2024-01-10T12:00:00Z'), plannedThrough: new Date('2024-01-10T12:00:00Z') })
 * // => { preferences: daily, coveredThrough: '2024-01-14', scheduledSince: '2024-01-10T12:00:00.001Z' }
 */
export function changeSchedule(
  schedule: Schedule,
  preferences: Preferences,
  { at, plannedThrough }: { readonly at: Date; readonly plannedThrough: Date },
): Schedule {
  const { coveredThrough, scheduledSince } = schedule;
  if (keepsSchedule(schedule.preferences, preferences)) return { preferences, coveredThrough, scheduledSince };
  const firstUnplanned = plannedThrough.getTime() + 1;
  return {
    preferences,
    coveredThrough: coveredBy(schedule, plannedThrough),
    scheduledSince: new Date(Math.max(at.getTime(), firstUnplanned)).toISOString(),
  };
}

/** The last local date that a schedule's digests cover, of those whose tick is not after `plannedThrough`. */
export function coveredBy(
  { preferences, coveredThrough, scheduledSince }: Schedule,
  plannedThrough: Date,
): CalendarDate {
  const { hour, timeZone } = preferences;
  let on = addDays(localDate(plannedThrough, timeZone), 1);
  while (!isDigestDay(on, preferences) || tickServing({ date: on, hour }, timeZone) > plannedThrough) {
    on = addDays(on, -1);
  }
  if (tickServing({ date: on, hour }, timeZone) < new Date(scheduledSince)) return coveredThrough;
  const told = endOfPeriod(on, preferences);
  return told > coveredThrough ? told : coveredThrough;
}

function keepsSchedule(one: Preferences, other: Preferences): boolean {
  return (['timeZone', 'hour', 'weekday', 'frequency'] as const).every((setting) => one[setting] === other[setting]);
}
