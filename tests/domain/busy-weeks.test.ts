import { expect, test } from 'vitest';
import { busyWeeks } from '../../src/domain/busy-weeks.ts';
import { addDays, type PartialDate } from '../../src/domain/calendar-date.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const span = { from: '2024-01-01', through: '2025-12-31' } as const;
const event = anEvent('established', '1964-01-27');
const on = (date: PartialDate, years: number): Milestone => ({
  timeline: aTimeline('CN-FR', event),
  event,
  years,
  date,
});
const among = (...dates: readonly PartialDate[]) => busyWeeks(dates.map(on), span);

test('six in one week are a cluster, from the first to the last of them', () => {
  const week = ['2024-10-01', '2024-10-02', '2024-10-02', '2024-10-04', '2024-10-04', '2024-10-07'] as const;
  expect(among('2024-03-03', ...week, '2024-10-08')).toEqual([
    { from: '2024-10-01', through: '2024-10-07', milestones: 6 },
  ]);
});

test('two in one week are no cluster', () => {
  expect(among('2024-10-01', '2024-10-02')).toEqual([]);
});

test('a cluster begins on any weekday, and the densest is found first', () => {
  expect(among('2024-10-01', '2024-10-06', '2024-10-07', '2024-10-08', '2024-10-09', '2024-10-15')).toEqual([
    { from: '2024-10-06', through: '2024-10-09', milestones: 4 },
  ]);
});

test('two clusters come in order of time and share no day', () => {
  const spring = ['2024-03-01', '2024-03-02', '2024-03-03'] as const;
  const autumn = ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04'] as const;
  expect(among(...spring, ...autumn).map(({ milestones }) => milestones)).toEqual([3, 4]);
  const denser = ['2024-02-01', '2024-02-02', '2024-02-03', '2024-02-04', '2024-02-05'] as const;
  expect(among(...denser, ...autumn).map(({ milestones }) => milestones)).toEqual([5, 4]);
});

test('of two weeks that are equally dense and share a day the earlier is a cluster', () => {
  expect(among('2024-10-01', '2024-10-06', '2024-10-07', '2024-10-08')).toEqual([
    { from: '2024-10-01', through: '2024-10-07', milestones: 3 },
  ]);
});

test('three on one day are a cluster of that day', () => {
  const day = '2024-10-01';
  expect(among(day, day, day)).toEqual([{ from: day, through: day, milestones: 3 }]);
});

test.each([
  ['twice as many as usual are none', 12, 6, 0],
  ['more than twice as many as usual are a cluster', 13, 7, 1],
])('%s', (_rule, all, inOneWeek, clusters) => {
  const week = Array.from({ length: inOneWeek }, () => '2024-01-10' as const);
  const others = Array.from({ length: all - inOneWeek }, (_, index) => addDays('2024-01-18', index * 2));
  const fourWeeks = { from: '2024-01-01', through: '2024-01-28' } as const;
  expect(busyWeeks([...week, ...others].map(on), fourWeeks)).toHaveLength(clusters);
});

test('where three a week are usual, three are no cluster', () => {
  const everyOtherDay = Array.from({ length: 15 }, (_, index) => on(addDays('2024-01-01', index * 2), index));
  expect(busyWeeks(everyOtherDay, { from: '2024-01-01', through: '2024-01-31' })).toEqual([]);
});

test('what is known by month only is in no cluster', () => {
  expect(among('2024-10', '2024-10', '2024-10', '2024')).toEqual([]);
});

test('what may fall on several days of a week counts once', () => {
  const disputed = ['2024-10-01', '2024-10-02', '2024-10-03'] as const;
  expect(busyWeeks([...disputed.map((date) => on(date, 1)), on('2024-10-04', 2)], span)).toEqual([]);
});
