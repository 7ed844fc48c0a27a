import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { discontinuedIn, type Predecessor, predecessorsByState } from '../../src/domain/predecessor.ts';

const qing: Predecessor = {
  ...{ state: 'CN', key: 'qing', name: 'Qing Empire', from: '1644', until: '1912-02-12', isContinued: false },
  ...{ partners: [], reason: 'It is another state.', source: '' },
};
const sovietUnion: Predecessor = {
  ...{ state: 'RU', key: 'soviet-union', name: 'Soviet Union', from: '1922-12-30', until: '1991-12-26' },
  ...{ isContinued: true, partners: [], reason: 'Russia says so.', source: '' },
};

function acting(date: PartialDate, rows: readonly Predecessor[], as?: readonly string[]): readonly string[] {
  return discontinuedIn({ date, ...(as && { as }) }, 'CN-RU', predecessorsByState(rows));
}

test.each([
  ['1911-05-01', ['qing']],
  ['1912-02-12', ['qing']],
  ['1912-02-13', []],
  ['1644-01-01', ['qing']],
  ['1643-12-31', []],
  ['1911', ['qing']],
  ['1912', []],
] as const)('an act of %s is that of %j where no source names a predecessor', (date, keys) => {
  expect(acting(date, [qing, sovietUnion])).toEqual(keys);
});

test('an act is that of the predecessor that a source names, whenever it was', () => {
  expect(acting('1970', [qing, sovietUnion], ['qing'])).toEqual(['qing']);
  expect(acting('1911', [qing, { ...qing, key: 'republic' }], ['republic'])).toEqual(['republic']);
  expect(acting('1970', [qing], ['tang'])).toEqual([]);
});

test('a predecessor without both dates acts only where it is named', () => {
  const { until, ...endless } = qing;
  const { from, ...timeless } = endless;
  const { from: _, ...beginless } = qing;
  expect([endless, timeless, beginless].map((row) => acting('1911', [row]))).toEqual([[], [], []]);
  expect(acting('1911', [timeless], ['qing'])).toEqual(['qing']);
});

test('acts of a predecessor that goes on as the present state are its own', () => {
  expect(acting('1949-10-02', [sovietUnion])).toEqual([]);
});

test('a row about a partner goes before the row about all others', () => {
  const withRussia = { ...qing, partners: ['RU'], isContinued: true };
  const withPeru = { ...qing, partners: ['PE'], isContinued: true };
  expect(acting('1911', [qing, withRussia])).toEqual([]);
  expect(acting('1911', [qing, withPeru])).toEqual(['qing']);
  expect(acting('1911', [withPeru, qing])).toEqual(['qing']);
  expect(acting('1911', [withPeru])).toEqual([]);
});

test('only its own rows say whether a predecessor is continued', () => {
  const tsar = {
    ...sovietUnion,
    key: 'russian-empire',
    from: '1721',
    until: '1917-11-07',
    isContinued: false,
  } as const;
  expect(acting('1949-10-02', [tsar, sovietUnion])).toEqual([]);
  expect(acting('1911', [sovietUnion, tsar])).toEqual(['russian-empire']);
});

test('each party has its predecessors, and each is named once', () => {
  const tsar = { ...qing, state: 'RU', key: 'russian-empire' };
  expect(acting('1911', [qing, tsar, { ...qing, partners: ['PE'] }])).toEqual(['qing', 'russian-empire']);
});
