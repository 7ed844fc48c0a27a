import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import type { EventKind } from '../../src/domain/relation-event.ts';
import { pairOf } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

/** The year of all events of the simulation: a leap year, long before the simulated days. */
export const EVENT_YEAR = 1980;

const states = [
  ...['AR', 'AT', 'AU', 'BE', 'BR', 'CA', 'CH', 'CL', 'CN', 'DE', 'DK', 'EG', 'ES', 'FI'],
  ...['FR', 'GR', 'HU', 'IE', 'IN', 'IS', 'IT', 'JP', 'KE', 'LS', 'MX', 'NO', 'PE', 'PL'],
];

const pairs = states.flatMap((one, index) => states.slice(index + 1).map((other) => pairOf(one, other)));

/** An event of a pair of its own for each day of the year, so that each date appears in a mail as exactly one item. */
export const eventsOfEveryDay: readonly Timeline[] = pairs.slice(0, 366).map((pair, index) => {
  const date = addDays(`${EVENT_YEAR}-01-01`, index);
  return aTimeline(pair, anEvent(kindOn(date), date));
});

/** Every third day of the year is one of a level that was raised. */
function kindOn(date: CalendarDate): EventKind {
  return (Date.parse(date) / 86_400_000) % 3 === 0 ? 'upgraded' : 'established';
}

/** Whether something falls on a date for somebody who follows these kinds. */
export function isDue(date: CalendarDate, { kinds }: Pick<Preferences, 'kinds'>): boolean {
  const [, month, day] = date.split('-').map(Number);
  const then = new Date(Date.UTC(EVENT_YEAR, (month ?? 1) - 1, day));
  return kinds.includes((then.getTime() / 86_400_000) % 3 === 0 ? 'upgraded' : 'established');
}

/** The default preferences in the simulation: each date by itself, on the day. */
export const wishes: Partial<Preferences> = { policy: 'every', leadTimes: [0] };
