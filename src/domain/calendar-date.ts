import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { getISODay } from 'date-fns/getISODay';
import { isLeapYear } from 'date-fns/isLeapYear';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { setDate } from 'date-fns/setDate';
import { DAY_MS } from './durations.ts';

/** A day of the Gregorian calendar, without time or zone: `1994-01-12`. Later days compare greater as strings. */
export type CalendarDate = `${number}-${number}-${number}`;

/** A date as precise as its source gives it: a day, a month (`1990-04`) or a year (`1990`). */
export type PartialDate = CalendarDate | `${number}-${number}` | `${number}`;

export const precisions = ['day', 'month', 'year'] as const;
export type Precision = (typeof precisions)[number];

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';
const shape = /^(?!0000)\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * Parses a day, month or year; `undefined` if no such date exists.
 *
 * @example
 * parsePartialDate('1990-04') // => '1990-04'
 * parsePartialDate('2023-02-29') // => undefined
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (!hasShapeOfDate(text)) return undefined;
  const first = new Date(firstDayOf(text));
  if (Number.isNaN(first.getTime())) return undefined;
  return text.slice(8) <= '28' || first.toISOString().startsWith(text) ? text : undefined;
}

/**
 * Parses a day; `undefined` if no such day exists.
 *
 * @example
 * parseCalendarDate('1990-04') // => undefined
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const date = parsePartialDate(text);
  return date !== undefined && isDay(date) ? date : undefined;
}

/**
 * Counts the days from 1 January 1970 to `date`, for date arithmetic.
 *
 * @example
 * dayNumber('1970-01-02') // => 1
 */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / DAY_MS;
}

/**
 * Returns the day `days` days after `date` (before it, if negative).
 *
 * @example
 * addDays('2024-02-28', 2) // => '2024-03-01'
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOf(new Date((dayNumber(date) + days) * DAY_MS));
}

/**
 * Adds days like `addDays`, but returns `undefined` outside the years 1 to 9999.
 *
 * @example
 * dayBeside('9999-12-31', 1) // => undefined
 */
export function dayBeside(date: CalendarDate, days: number): CalendarDate | undefined {
  const day = dayNumber(date) + days;
  return day < dayNumber(FIRST_DAY) || day > dayNumber(LAST_DAY) ? undefined : addDays(date, days);
}

/** Counts the days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * @example
 * lastDayOfMonthOf('2024-02-10') // => '2024-02-29'
 */
export function lastDayOfMonthOf(date: CalendarDate): CalendarDate {
  return dayOf(lastDayOfMonth(new UTCDateMini(date)));
}

/**
 * Returns the 1st of the month `months` months after that of `date` (before it, if negative).
 *
 * @example
 * firstOfMonth('2024-03-31', -1) // => '2024-02-01'
 */
export function firstOfMonth(date: CalendarDate, months = 0): CalendarDate {
  return dayOf(setDate(addMonths(new UTCDateMini(date), months), 1));
}

export function weekdayOf(date: CalendarDate): Weekday {
  return weekdays[getISODay(new UTCDateMini(date)) - 1] ?? 'monday';
}

export function precisionOf(date: PartialDate): Precision {
  if (isDay(date)) return 'day';
  return date.length === 7 ? 'month' : 'year';
}

/** Returns the month of a day as a partial date: `2024-01`. */
export function monthOf(day: CalendarDate): PartialDate {
  return asPartialDate(day.slice(0, 7));
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/**
 * Returns the first day of a date of any precision: the day itself, the 1st of the month, 1 January.
 * For arithmetic only: a day that no source gives is never shown.
 */
export function firstDayOf(date: PartialDate): CalendarDate {
  return isDay(date) ? date : asDay(`${date}-01-01`.slice(0, 10));
}

/** @example lastDayOf('2024-02') // => '2024-02-29' */
export function lastDayOf(date: PartialDate): CalendarDate {
  if (isDay(date)) return date;
  return lastDayOfMonthOf(firstDayOf(date.length === 4 ? `${yearOf(date)}-12-01` : date));
}

/**
 * Returns the same day, month or year in another year; in a common year, 29 February becomes `inCommonYears`.
 *
 * @example
 * inYear(2023, '2020-02-29', '02-28') // => '2023-02-28'
 * inYear(2020, '1990-04', '02-28') // => '2020-04'
 */
export function inYear(year: number, date: PartialDate, inCommonYears: '02-28' | '03-01'): PartialDate {
  const leapless = date.endsWith('-02-29') && !isLeapYear(new UTCDateMini(year, 0));
  return asPartialDate(String(year).padStart(4, '0') + (leapless ? `-${inCommonYears}` : date.slice(4)));
}

/** Returns the day of `instant` in UTC. Throws a RangeError outside the years 1 to 9999. */
export function dayOf(instant: Date): CalendarDate {
  return asDay(instant.toISOString().slice(0, 10));
}

export function isDay(date: PartialDate): date is CalendarDate {
  return date.length === 10;
}

function asDay(text: string): CalendarDate {
  if (hasShapeOfDate(text) && isDay(text)) return text;
  throw new RangeError(`${text} is not a day between the years 1 and 9999`);
}

function asPartialDate(text: string): PartialDate {
  if (hasShapeOfDate(text)) return text;
  throw new RangeError(`${text} is not a date between the years 1 and 9999`);
}

function hasShapeOfDate(text: string): text is PartialDate {
  return shape.test(text);
}
