import { expect, test } from 'vitest';
import { yearsBetween } from '../../src/wording/formats.ts';

test.each([
  ['1960-07-05', '1966-10-20', '1960–1966'],
  ['1961-02-20', '1961-09', '1961'],
] as const)('relations from %s to %s are those of %s', (from, until, years) => {
  expect(yearsBetween(from, until)).toBe(years);
});
