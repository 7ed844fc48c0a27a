import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { busiestDays, heatMap, heatOf } from '../../src/domain/heat-map.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const event = anEvent('established', '1964-01-27');
const times = (count: number, date: PartialDate): Milestone[] =>
  Array.from({ length: count }, () => ({ timeline: aTimeline('CN-FR', event), event, years: 60, date }));
const map = heatMap([
  ...times(1, '2027-01-01'),
  ...times(2, '2027-01-02'),
  ...times(5, '2027-01-03'),
  ...times(20, '2027-09-26'),
  ...times(9, '2027-02'),
]);

test('the days of a year are counted, and a month without a day is on none of them', () => {
  expect(Object.fromEntries(map.days)).toEqual({
    '2027-01-01': 1,
    '2027-01-02': 2,
    '2027-01-03': 5,
    '2027-09-26': 20,
  });
});

test('the scale has a step for each quarter of the days', () => {
  expect(map.steps).toEqual([
    { least: 1, most: 1 },
    { least: 2, most: 2 },
    { least: 3, most: 5 },
    { least: 6, most: 20 },
  ]);
  const days = ['2027-01-01', '2027-01-03', '2027-09-26', '2027-09-27'] as const;
  expect(days.map((day) => heatOf(day, map))).toEqual([1, 3, 4, 0]);
});

test('where all days are alike the scale has one step', () => {
  expect(heatMap([...times(1, '2027-01-01'), ...times(1, '2027-01-02')]).steps).toEqual([{ least: 1, most: 1 }]);
  expect(heatMap([]).steps).toEqual([]);
});

test('the busiest days come first', () => {
  expect(busiestDays(map, 2)).toEqual([
    ['2027-09-26', 20],
    ['2027-01-03', 5],
  ]);
});
