import { expect, test } from 'vitest';
import { readWeekends } from '../../src/dataset/files/weekends.ts';
import { readResolvedDataset } from '../../src/dataset/resolved-dataset.ts';
import { isWeekendIn, weekendsByState } from '../../src/domain/weekend.ts';
import { dataFile } from './real-dataset.ts';

const { rows } = readWeekends(dataFile('weekends.csv'));
const daysOf = new Map(rows.map(({ value: { state, days } }) => [state, days.join(' ')]));

test.each([
  ['AE', 'saturday sunday'],
  ['BD', 'friday saturday'],
  ['BN', 'friday sunday'],
  ['CN', 'saturday sunday'],
  ['DJ', 'friday saturday'],
  ['EG', 'friday saturday'],
  ['IR', 'friday'],
  ['MV', 'friday saturday'],
  ['NP', 'saturday'],
  ['SA', 'friday saturday'],
  ['US', 'saturday sunday'],
])('the offices of %s rest on %s', (state, days) => {
  expect(daysOf.get(state)).toBe(days);
});

test('no row rests on the default of CLDR', () => {
  const entries = new Set('BH DZ EG IL IQ JO KW LY OM QA SA SD SY UG YE'.split(' '));
  const ofCldr = rows.filter(({ value }) => value.publisher === 'Unicode Consortium').map(({ value }) => value.state);
  expect(ofCldr.filter((state) => !entries.has(state))).toEqual([]);
});

test('the dataset says nothing about the weekend of a state without a source', () => {
  const weekends = weekendsByState(readResolvedDataset(dataFile).states);
  expect(weekends.size).toBe(rows.length);
  expect(weekends.has('PS')).toBe(false);
  expect(isWeekendIn('PS', '2024-01-13', weekends)).toBe(false);
});
