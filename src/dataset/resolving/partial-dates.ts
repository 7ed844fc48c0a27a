import { dayNumber, firstDayOf, firstOfMonth, type PartialDate } from '../../domain/calendar-date.ts';

/** Checks whether one date equals the other or is a coarser form of it: `1990-04` agrees with `1990-04-07`. */
export function datesAgree(one: PartialDate, other: PartialDate): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Counts the days from the last possible day of the earlier date to the first possible day of the later; 0 if they overlap. */
export function daysApart(one: PartialDate, other: PartialDate): number {
  return Math.max(0, firstDay(one) - lastDay(other), firstDay(other) - lastDay(one));
}

export function firstDay(date: PartialDate): number {
  return dayNumber(firstDayOf(date));
}

export function lastDay(date: PartialDate): number {
  if (date.length === 10) return firstDay(date);
  return dayNumber(firstOfMonth(firstDayOf(date), date.length === 7 ? 1 : 12)) - 1;
}

export function middle(date: PartialDate): number {
  return (firstDay(date) + lastDay(date)) / 2;
}
