import type { CalendarDate } from './calendar-date.ts';
import { localTime, tickServing } from './schedule.ts';

/** What the clocks of a place show: a local day and the time on it. */
export type ClockTime = { readonly day: CalendarDate; readonly time: string };

/** When offices open, for the purpose of a call or a message on the day. */
const MORNING_HOUR = 9;

/**
 * What the clocks of `elsewhere` show when it is nine in the morning of `day` at `here`: a calendar date is the same
 * in both capitals, but it does not begin at the same instant.
 *
 * @example
 * morningElsewhere('2024-01-12', 'Pacific/Auckland', 'Europe/Lisbon') // => { day: '2024-01-11', time: '20:00' }
 */
export function morningElsewhere(day: CalendarDate, here: string, elsewhere: string): ClockTime {
  return localTime(tickServing({ date: day, hour: MORNING_HOUR }, here), elsewhere);
}
