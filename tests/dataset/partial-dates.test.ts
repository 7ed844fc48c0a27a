import { expect, test } from 'vitest';
import { datesAgree, daysApart, firstDay, lastDay, middle } from '../../src/dataset/resolving/partial-dates.ts';
import { dayNumber } from '../../src/domain/calendar-date.ts';

test('a date agrees with its coarser forms, in either order', () => {
  expect(datesAgree('1990-04', '1990-04-07')).toBe(true);
  expect(datesAgree('1990-04-07', '1990')).toBe(true);
  expect(datesAgree('1990-04-07', '1990-04-08')).toBe(false);
});

test.each([
  ['1990-04-07', '1990-04-07', '1990-04-07'],
  ['1990-02', '1990-02-01', '1990-02-28'],
  ['1990', '1990-01-01', '1990-12-31'],
] as const)('%s lasts from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([dayNumber(first), dayNumber(last)]);
  expect(middle(date)).toBe((dayNumber(first) + dayNumber(last)) / 2);
});

test.each([
  ['1990-04-07', '1990-04-09', 2],
  ['1990-04-07', '1990-04', 0],
  ['1990-05', '1990-04-28', 3],
] as const)('%s and %s may lie no nearer than %i days', (one, other, days) => {
  expect([daysApart(one, other), daysApart(other, one)]).toEqual([days, days]);
});
