import { addDays, type CalendarDate, daysBetween, type PartialDate } from './calendar-date.ts';
import { type Span, spanLater } from './milestone.ts';

/** The index key of events: month and day of the anniversary (`01-12`), its month (`01`), or `year` if only the year is known. */
export type DayKey = string;

/** The number of days in a row that has every key, whatever the year. */
const DAYS_WITH_EVERY_KEY = 366;

/**
 * Returns the key under which an event's anniversaries are indexed.
 *
 * @example
 * dayKeyOf('1994-01-12') // => '01-12'
 * dayKeyOf('1990-04') // => '04'
 * dayKeyOf('1978') // => 'year'
 */
export function dayKeyOf(date: PartialDate): DayKey {
  return date.length === 4 ? 'year' : date.slice(5);
}

/**
 * Lists the keys of all events that may be observed in the span, under either leap-day rule;
 * months are observed from their 1st, years from 1 January.
 *
 * @example
 * dayKeysOf({ from: '2023-01-01', through: '2023-01-01' }) // => ['01-01', '01', 'year']
 * dayKeysOf({ from: '2023-02-28', through: '2023-02-28' }) // => ['02-28', '02-29']
 */
export function dayKeysOf({ from, through }: Span): DayKey[] {
  const length = Math.min(daysBetween(from, through) + 1, DAYS_WITH_EVERY_KEY);
  const days = Array.from({ length }, (_, index) => addDays(from, index));
  return [...new Set(days.flatMap(keysOn))];
}

/** Lists the keys of all events that a digest covering the span may announce at one of the lead times (days). */
export function dayKeysDue(span: Span, leadTimes: readonly number[]): DayKey[] {
  const spans = leadTimes.flatMap((days) => spanLater(span, days) ?? []);
  return [...new Set(spans.flatMap(dayKeysOf))];
}

function keysOn(day: CalendarDate): DayKey[] {
  const key = day.slice(5);
  if (key === '01-01') return [key, '01', 'year'];
  if (key.endsWith('-01')) return key === '03-01' ? [key, '03', '02-29'] : [key, key.slice(0, 2)];
  return key === '02-28' ? [key, '02-29'] : [key];
}
