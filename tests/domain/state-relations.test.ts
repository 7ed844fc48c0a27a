import { expect, test } from 'vitest';
import { countRelations, listRelations, partnersOfEach } from '../../src/domain/state-relations.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

const chinaFrance = aTimeline('CN-FR', anEvent('established', '1964-01-27'));
const onlyRecognised = aTimeline('BT-CN', anEvent('recognised', '1951-01-01'));
const franceLesotho = aTimeline('FR-LS', anEvent('established', '1966-10-04'));
const ended = { ...aTimeline('CN-SU', anEvent('established', '1949-10-02')), ended: '1991-12-26' } as const;
const timelines = [onlyRecognised, chinaFrance, chinaLesotho, franceLesotho, ended];

test('the relations of a state come in the order in which they began, and those that never did come last', () => {
  expect(listRelations('CN', timelines).map(({ partner }) => partner)).toEqual(['SU', 'FR', 'LS', 'BT']);
});

test('the partner is the other state, whichever stands first in the pair', () => {
  expect(listRelations('LS', timelines).map(({ partner }) => partner)).toEqual(['FR', 'CN']);
});

test('each break and each resumption is a span of its own', () => {
  const lesotho = listRelations('CN', timelines).find(({ partner }) => partner === 'LS');
  expect(lesotho?.spans).toEqual([
    { status: 'in force', from: '1983-04-30', until: '1990-04-07' },
    { status: 'severed', from: '1990-04-07', until: '1994-01-12' },
    { status: 'in force', from: '1994-01-12' },
  ]);
});

test.each([
  ['before any began', '1949-01-01', { inForce: 0, severed: 0 }],
  ['while one is broken off', '1991-01-01', { inForce: 2, severed: 1 }],
  ['after a partner has ended', '2024-01-01', { inForce: 2, severed: 0 }],
] as const)('relations are counted as they stand %s', (_when, day, counts) => {
  const own = listRelations('CN', timelines).map(({ timeline }) => timeline);
  expect(countRelations(own, day)).toEqual(counts);
});

test('relations that are suspended count with those that are broken off', () => {
  const suspended = { ...chinaFrance, settled: { status: 'suspended', since: '1999' } } as const;
  expect(countRelations([suspended, chinaLesotho], '2024-01-01')).toEqual({ inForce: 1, severed: 1 });
});

test('a state has as many partners as it is in relations with on the day', () => {
  expect(Object.fromEntries(partnersOfEach(timelines, '1991-01-01'))).toEqual({ CN: 2, FR: 2, LS: 1, SU: 1 });
  expect(Object.fromEntries(partnersOfEach(timelines, '2024-01-01'))).toEqual({ CN: 2, FR: 2, LS: 2 });
});
