import type { CalendarDate } from './calendar-date.ts';
import { localTime, tickServing } from './schedule.ts';

/** A local day and time. */
export type ClockTime = { readonly day: CalendarDate; readonly time: string };

/** The hour at which offices are assumed to open, for a call or a message on the day. */
const MORNING_HOUR = 9;

/**
 * Returns the local time of `elsewhere` at nine in the morning of `day` at `here`: both capitals observe the same date,
 * but it does not begin at the same instant.
 *
 * @example
 * morningElsewhere('2024-01-12', 'Pacific/Auckland', 'Europe/Lisbon') // => { day: '2024-01-11', time: '20:00' }
 */
export function morningElsewhere(day: CalendarDate, here: string, elsewhere: string): ClockTime {
  return localTime(tickServing({ date: day, hour: MORNING_HOUR }, here), elsewhere);
}
