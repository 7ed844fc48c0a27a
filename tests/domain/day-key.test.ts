import { expect, test } from 'vitest';
import { dayKeyOf, dayKeysDue, dayKeysOf } from '../../src/domain/day-key.ts';

test.each([
  ['1994-01-12', '01-12'],
  ['1990-04', '04'],
  ['1978', 'year'],
] as const)('the anniversaries of %s are found under %s', (date, key) => {
  expect(dayKeyOf(date)).toBe(key);
});

test.each([
  ['an ordinary day', '2024-01-12', ['01-12']],
  ['the 1st, when months are observed', '2024-04-01', ['04-01', '04']],
  ['1 January, when years are observed', '2023-01-01', ['01-01', '01', 'year']],
  ['28 February, when some observe the 29th', '2023-02-28', ['02-28', '02-29']],
  ['29 February', '2024-02-29', ['02-29']],
  ['1 March, when others observe 29 February', '2023-03-01', ['03-01', '03', '02-29']],
] as const)('what to look under on %s', (_when, day, keys) => {
  expect(dayKeysOf({ from: day, through: day })).toEqual(keys);
});

test('a span is looked up day by day, each key once', () => {
  expect(dayKeysOf({ from: '2023-12-31', through: '2024-01-02' })).toEqual(['12-31', '01-01', '01', 'year', '01-02']);
  expect(dayKeysOf({ from: '2023-01-01', through: '2024-12-31' })).toHaveLength(366 + 12 + 1);
});

test('a span that ends before it begins has no days', () => {
  expect(dayKeysOf({ from: '2024-01-02', through: '2024-01-01' })).toEqual([]);
});

test('a lead time that reaches beyond the last day of the calendar is looked up on no day', () => {
  expect(dayKeysDue({ from: '9999-12-31', through: '9999-12-31' }, [7, 0])).toEqual(['12-31']);
});

test('each lead time is looked up on the days it points at', () => {
  expect(dayKeysDue({ from: '2024-01-05', through: '2024-01-05' }, [30, 7, 0])).toEqual(['02-04', '01-12', '01-05']);
});
