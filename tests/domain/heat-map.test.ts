import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { busiestDays, heatMap, heatOf } from '../../src/domain/heat-map.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const event = anEvent('established', '1964-01-27');
const on = (date: PartialDate, years: number): Milestone => ({
  timeline: aTimeline('CN-FR', event),
  event,
  years,
  date,
});
/** Each of another number of years: one milestone counts once, whatever the days that it may fall on. */
const times = (count: number, date: PartialDate): Milestone[] =>
  Array.from({ length: count }, (_, index) => on(date, Number(date.replaceAll('-', '')) * 100 + index));
const aYear = () => [
  ...times(20, '2027-09-26'),
  ...times(5, '2027-01-03'),
  ...times(1, '2027-01-01'),
  ...times(2, '2027-01-02'),
  ...times(9, '2027-02'),
];

test('the days of a year are counted, and a month without a day is on none of them', () => {
  expect(Object.fromEntries(heatMap(aYear()).days)).toEqual({
    '2027-01-01': 1,
    '2027-01-02': 2,
    '2027-01-03': 5,
    '2027-09-26': 20,
  });
});

test('a milestone that may fall on two days is counted once, on the first', () => {
  const { days } = heatMap([on('2027-04-10', 35), on('2027-04-11', 35)]);
  expect(Object.fromEntries(days)).toEqual({ '2027-04-10': 1 });
});

test('the scale has a step for each quarter of the days', () => {
  const map = heatMap(aYear());
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
  expect(busiestDays(heatMap(aYear()), 2)).toEqual([
    ['2027-09-26', 20],
    ['2027-01-03', 5],
  ]);
});

test('of days that are equally busy the earlier comes first', () => {
  const equal = heatMap([...times(3, '2027-05-02'), ...times(3, '2027-05-01'), ...times(3, '2027-05-03')]);
  expect(busiestDays(equal, 3).map(([day]) => day)).toEqual(['2027-05-01', '2027-05-02', '2027-05-03']);
});

test('a quarter of the days is counted up to the next whole day', () => {
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const nine = heatMap(counts.flatMap((count) => times(count, `2027-03-0${count}`)));
  expect(nine.steps.map(({ most }) => most)).toEqual([3, 5, 7, 9]);
});
