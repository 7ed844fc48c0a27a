import { daysBetween, firstDayOf, isDay, type PartialDate, parsePartialDate, yearOf } from './calendar-date.ts';
import type { RelationEvent } from './relation-event.ts';

/** A day that sources give for an act. */
export type GivenDay = {
  readonly date: PartialDate;
  /** Keys of the sources that give it, the weightiest first. */
  readonly sources: readonly string[];
};

/** The distance (days, half a year) below which days of two years can be alternatives for one anniversary. */
const MAX_DAYS_APART = 183;

/**
 * Lists the days of an event and the sources of each, earliest first. Only a disputed or unconfirmed event has more than
 * one; never show such an event with a single bare day.
 *
 * @example
 * // Poland counts 10, Croatia 11 April 1992
 * daysGiven(event) // => [{ date: '1992-04-10', sources: ['mfa-pl'] }, { date: '1992-04-11', sources: ['mfa-hr'] }]
 */
export function daysGiven({ date, evidence, sources, alternatives }: RelationEvent): GivenDay[] {
  if (!isUncertain({ evidence })) return [{ date, sources }];
  const given = new Map<PartialDate, readonly string[]>([[date, sources]]);
  for (const other of alternatives) {
    if (date.startsWith(other.date)) continue;
    given.set(other.date, [...(given.get(other.date) ?? []), ...other.sources]);
  }
  return [...given].map(([day, by]) => ({ date: day, sources: by })).sort(earlierFirst);
}

export function isUncertain({ evidence }: Pick<RelationEvent, 'evidence'>): boolean {
  return evidence === 'disputed' || evidence === 'unconfirmed';
}

/**
 * Returns the part of the date on which all given days agree, such as the month; `undefined` if not even the year.
 *
 * @example
 * agreedDate(event) // => '1992-04', where Poland counts 10 and Croatia 11 April 1992
 */
export function agreedDate(event: RelationEvent): PartialDate | undefined {
  const dates = daysGiven(event).map(({ date }) => date);
  const parts = [event.date, event.date.slice(0, 7), event.date.slice(0, 4)];
  const agreed = parts.find((part) => dates.every((date) => date.startsWith(part)));
  return agreed === undefined ? undefined : parsePartialDate(agreed);
}

/**
 * Lists the given days from which one anniversary may be counted: in the event's own year, or within half a year of its
 * date. A day of another year would count other anniversaries; it is mentioned, but not announced.
 */
export function daysCounted(event: RelationEvent): GivenDay[] {
  return daysGiven(event).filter(({ date }) => isOneCount(date, event.date));
}

/** Returns the earliest of `daysCounted`: lead times run from its anniversary, so that nobody is notified too late. */
export function earliestDay(event: RelationEvent): PartialDate {
  if (!isUncertain(event)) return event.date;
  return daysCounted(event)[0]?.date ?? event.date;
}

function isOneCount(one: PartialDate, other: PartialDate): boolean {
  if (yearOf(one) === yearOf(other)) return true;
  return isDay(one) && isDay(other) && Math.abs(daysBetween(one, other)) <= MAX_DAYS_APART;
}

function earlierFirst(one: GivenDay, other: GivenDay): number {
  return daysBetween(firstDayOf(other.date), firstDayOf(one.date)) || other.date.length - one.date.length;
}
