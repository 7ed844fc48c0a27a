import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { otherCounts } from '../../src/domain/other-counts.ts';
import type { EventKind } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { aDisputedEvent, anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

test('30 years since the resumption of China and Lesotho is the year of 41 since establishment', () => {
  expect(otherCounts(milestone(chinaLesotho, 'resumed', '2024-01-12'), 'feb28')).toEqual([
    { kind: 'established', origin: '1983-04-30', years: 41, date: '2024-04-30' },
  ]);
});

test('the anniversary of the establishment names the resumption', () => {
  expect(otherCounts(milestone(chinaLesotho, 'established', '2023-04-30'), 'feb28')).toEqual([
    { kind: 'resumed', origin: '1994-01-12', years: 29, date: '2023-01-12' },
  ]);
});

test('nothing is counted from breaks, recognition or consular relations', () => {
  const timeline = aTimeline(
    'AA-BB',
    anEvent('recognised', '1950-01-01'),
    anEvent('consular', '1951-01-01'),
    anEvent('established', '1952-01-01'),
  );
  expect(otherCounts(milestone(timeline, 'established', '2022-01-01'), 'feb28')).toEqual([]);
});

test('what began in the year of the milestone or later has no years to count', () => {
  const timeline = aTimeline('AA-BB', anEvent('established', '1952-01-01'), anEvent('upgraded', '1972-06-01'));
  expect(otherCounts(milestone(timeline, 'established', '1972-01-01'), 'feb28')).toEqual([]);
  expect(otherCounts(milestone(timeline, 'established', '1962-01-01'), 'feb28')).toEqual([]);
});

test('another count is as precise as its event and keeps the leap-day rule', () => {
  const timeline = aTimeline(
    'AA-BB',
    anEvent('established', '1950'),
    anEvent('upgraded', '1972-02-29'),
    anEvent('resumed', '1990-05-05'),
  );
  expect(otherCounts(milestone(timeline, 'resumed', '2025-05-05'), 'mar1')).toEqual([
    { kind: 'established', origin: '1950', years: 75, date: '2025' },
    { kind: 'upgraded', origin: '1972-02-29', years: 53, date: '2025-03-01' },
  ]);
});

test('a count whose beginning is in dispute names each day with its anniversary', () => {
  const timeline = aTimeline('HR-PL', aDisputedEvent('1992-04-11', '1992-04-10'), anEvent('upgraded', '2000-05-05'));
  expect(otherCounts(milestone(timeline, 'upgraded', '2025-05-05'), 'feb28')).toEqual([
    {
      ...{ kind: 'established', origin: '1992-04-11', years: 33, date: '2025-04-11' },
      days: [
        { origin: '1992-04-10', date: '2025-04-10' },
        { origin: '1992-04-11', date: '2025-04-11' },
      ],
    },
  ]);
});

function milestone(timeline: Timeline, kind: EventKind, date: PartialDate) {
  const event = timeline.events.find((one) => one.kind === kind);
  if (event === undefined) throw new Error(`${timeline.pair} has no event of kind ${kind}`);
  return { timeline, event, years: 0, date };
}
