import fc from 'fast-check';
import {
  type CalendarDate,
  dayOf,
  type PartialDate,
  parsePartialDate,
  weekdays,
} from '../../src/domain/calendar-date.ts';
import { leapDayRules, type MilestonePolicy, namedPolicies } from '../../src/domain/milestone.ts';
import { frequencies, MAX_LEAD_TIME } from '../../src/domain/preferences.ts';
import { eventKinds, type RelationEvent } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const leapDays: readonly CalendarDate[] = ['1752-02-29', '1896-02-29', '1904-02-29', '1972-02-29', '2000-02-29'];

export function daysFrom(first: CalendarDate, last: CalendarDate): fc.Arbitrary<CalendarDate> {
  return fc.date({ min: new Date(first), max: new Date(last), noInvalidDate: true }).map(dayOf);
}

/** Any day from 1750 to 2100; every sixth is a 29 February. */
export const days = fc.oneof(
  { weight: 5, arbitrary: daysFrom('1750-01-01', '2100-12-31') },
  { weight: 1, arbitrary: fc.constantFrom(...leapDays) },
);

/** Any date from 1750 to 2100, known to the day, the month or the year. */
export const partialDates = fc.oneof(
  { weight: 4, arbitrary: days },
  { weight: 1, arbitrary: days.map((day) => partialDate(day.slice(0, 7))) },
  { weight: 1, arbitrary: days.map((day) => partialDate(day.slice(0, 4))) },
);

export const policies: fc.Arbitrary<MilestonePolicy> = fc.oneof(
  fc.constantFrom(...namedPolicies),
  fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }),
);

export const leapDayChoices = fc.constantFrom(...leapDayRules);
export const frequencyChoices = fc.constantFrom(...frequencies);
export const weekdayChoices = fc.constantFrom(...weekdays);
export const leadTimes = fc.uniqueArray(fc.integer({ min: 0, max: MAX_LEAD_TIME }), { minLength: 1, maxLength: 6 });

const relationEvents = fc
  .record({ kind: fc.constantFrom(...eventKinds), date: partialDates })
  .map(({ kind, date }): RelationEvent => anEvent(kind, date));

/** Up to five events of one pair, in order, no two of one kind on one date. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .uniqueArray(relationEvents, { minLength: 1, maxLength: 5, selector: ({ kind, date }) => `${date}#${kind}` })
  .map((events) => aTimeline('AA-BB', ...events.sort((one, other) => (one.date < other.date ? -1 : 1))));

function partialDate(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}
