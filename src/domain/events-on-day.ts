import { isDay } from './calendar-date.ts';
import { type DayKey, dayKeyOf } from './day-key.ts';
import { daysGiven } from './days-given.ts';
import type { Milestone } from './milestone.ts';
import type { Timeline } from './timeline.ts';

/** An act in its timeline. */
export type EventInTimeline = Pick<Milestone, 'timeline' | 'event'>;

/** Lists the acts that took place, or may have, on this day of any year, earliest first; none that lack a day. */
export function eventsOnDay(timelines: readonly Timeline[], day: DayKey): EventInTimeline[] {
  return timelines
    .flatMap((timeline) => timeline.events.map((event) => ({ timeline, event })))
    .filter(({ event }) => daysGiven(event).some(({ date }) => isDay(date) && dayKeyOf(date) === day))
    .sort((one, other) => (one.event.date < other.event.date ? -1 : 1));
}
