import { type PartialDate, yearOf } from './calendar-date.ts';
import { type LeapDayRule, type Milestone, observedIn } from './milestone.ts';
import type { RelationEvent } from './relation-event.ts';

/** A day that sources give for an act. */
type GivenDay = {
  readonly date: PartialDate;
  /** Keys of the sources that give it, the weightiest first. */
  readonly sources: readonly string[];
};

/**
 * The days of an event and who gives each, earliest first. Only a disputed or unconfirmed event has more than one:
 * such an event must never be shown with a single bare day.
 *
 * @example
 * // Poland counts 10, Croatia 11 April 1992
 * daysGiven(event) // => [{ date: '1992-04-10', sources: ['mfa-pl'] }, { date: '1992-04-11', sources: ['mfa-hr'] }]
 */
export function daysGiven({ date, evidence, sources, alternatives }: RelationEvent): GivenDay[] {
  if (evidence !== 'disputed' && evidence !== 'unconfirmed') return [{ date, sources }];
  const given = new Map<PartialDate, readonly string[]>([[date, sources]]);
  for (const other of alternatives) {
    if (date.startsWith(other.date)) continue;
    given.set(other.date, [...(given.get(other.date) ?? []), ...other.sources]);
  }
  return [...given]
    .map(([day, by]) => ({ date: day, sources: by }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The days on which a milestone may fall, one for each day that is given for its event. */
export function daysObserved({ event, years }: Milestone, leapDay: LeapDayRule): PartialDate[] {
  return daysGiven(event).map(({ date }) => observedIn(yearOf(date) + years, date, leapDay));
}
