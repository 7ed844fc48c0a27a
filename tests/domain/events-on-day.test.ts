import { expect, test } from 'vitest';
import { eventsOnDay } from '../../src/domain/events-on-day.ts';
import { aDisputedEvent, anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

const datesOn = (day: `${number}-${number}`, ...timelines: Parameters<typeof eventsOnDay>[0]) =>
  eventsOnDay(timelines, day).map(({ timeline, event }) => `${timeline.pair} ${event.date}`);

test('a day in all years has every act that was done on it, whatever its kind, the earliest first', () => {
  const others = aTimeline('FR-LS', anEvent('recognised', '1966-01-12'), anEvent('severed', '2001-01-12'));
  expect(datesOn('01-12', chinaLesotho, others)).toEqual(['FR-LS 1966-01-12', 'CN-LS 1994-01-12', 'FR-LS 2001-01-12']);
});

test('what is known by the month or the year only is on no day', () => {
  expect(datesOn('01-01', aTimeline('FR-LS', anEvent('established', '1966-01'), anEvent('severed', '1970')))).toEqual(
    [],
  );
});

test('29 February has its own acts, and 28 February does not take them', () => {
  const leap = aTimeline('FR-LS', anEvent('established', '1972-02-29'));
  expect([datesOn('02-29', leap), datesOn('02-28', leap)]).toEqual([['FR-LS 1972-02-29'], []]);
});

test('an act in dispute is on each day that sources give', () => {
  const disputed = aTimeline('HR-PL', aDisputedEvent('1992-04-11', '1992-04-10'));
  expect([...datesOn('04-10', disputed), ...datesOn('04-11', disputed)]).toHaveLength(2);
  expect(datesOn('04-12', disputed)).toEqual([]);
});
