import { expect, test } from 'vitest';
import { canonicalTimeZone } from '../../src/domain/time-zone.ts';
import { zonesByContinent } from '../../src/web/time-zones.ts';

test.each([
  ['aSiA/sHaNgHaI', 'Asia/Shanghai'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['utc', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
])('%s is stored as %s', (typed, canonical) => {
  expect(canonicalTimeZone(typed)).toBe(canonical);
});

test.each([
  '',
  'Nowhere/Atlantis',
  '+05:45',
  '-0300',
  'Nowhere+05:30',
  'constructor',
  '__proto__',
  'toString',
  'local',
  `Asia/Shanghai${' '.repeat(100)}`,
])('%j is not a time zone', (name) => {
  expect(canonicalTimeZone(name)).toBeUndefined();
});

test.each(['Kyiv', 'Kolkata', 'Yangon', 'Ushuaia, Argentina'])('the picker offers %s by its city', (city) => {
  const cities = [...zonesByContinent().values()].flat().map((zone) => zone.city);
  expect(cities.filter((each) => each === city)).toEqual([city]);
});

test('each canonical name is its own, so that no zone has two', () => {
  const zones = [...zonesByContinent().values()].flat().map(({ zone }) => zone);
  expect(zones.map(canonicalTimeZone)).toEqual(zones);
});
