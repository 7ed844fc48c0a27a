import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStates } from '../../src/dataset/files/states.ts';
import { stateIndex } from '../../src/finding/state-index.ts';
import { suggest } from '../../src/finding/suggest.ts';
import { readTypedList, readTypedPairs } from '../../src/finding/typed-names.ts';

const csv = readFileSync(new URL('../../data/states.csv', import.meta.url), 'utf8');
const index = stateIndex(readStates(csv).rows.map(({ value }) => value));

test.each([
  ['guinea', 'GN GQ GW PG'],
  ['china leso', 'CN-LS'],
  ['UK argen', 'AR-GB'],
  ['الصين ليسو', 'CN-LS'],
  ['中国莱', 'CN-LS'],
  ['ivory', 'CI'],
  ['cn', 'CN'],
  ['qqqq', ''],
  [' ', ''],
])('suggests where "%s" may lead: %s', (typed, expected) => {
  const found = suggest(typed, index, 8).map((each) => (each.kind === 'state' ? each.code : each.pair));
  expect(found.sort().join(' ')).toBe(expected);
});

test('suggests no more than there is room for, however much is typed', () => {
  expect(suggest('a', index, 8)).toHaveLength(8);
  expect(suggest('a '.repeat(50_000), index, 8)).toEqual([]);
});

describe('names typed in a form', () => {
  const rows = (...pairs: [string, string][]) =>
    new URLSearchParams(
      pairs.flatMap(([one, other]): [string, string][] => [
        ['pairOne', one],
        ['pairOther', other],
      ]),
    );

  test('make pairs, in any order, language and spelling', () => {
    const form = rows(['Lesotho', 'Chine'], ['UK', 'Kazakhst'], ['', ' ']);
    expect(readTypedPairs(form, index)).toEqual({ pairs: ['CN-LS', 'GB-KZ'], unclear: [] });
  });

  test.each([
    ['of which one may mean several', ['Congo', 'China'], ['CD', 'CG']],
    ['of which one is a slip', ['Portugall', 'China'], ['PT']],
    ['of which one is unknown', ['Qqqqqq', 'China'], []],
    ['of which one is missing', ['', 'China'], []],
  ] as const)('are kept as a pair %s', (_what, [one, other], mayMean) => {
    const { pairs, unclear } = readTypedPairs(rows([one, other]), index);
    expect(pairs).toEqual([]);
    expect(unclear).toMatchObject([{ one: { text: one, mayMean }, other: { code: 'CN' } }]);
  });

  test('are kept when both are of one state', () => {
    expect(readTypedPairs(rows(['China', 'PRC']), index).unclear).toHaveLength(1);
  });

  test.each([
    ['CN LS', 'CN LS'],
    ['south korea, PRC；法国', 'KR CN FR'],
    ['Bosnia', 'BA'],
    ['', ''],
  ])('are read from a list: "%s"', (typed, codes) => {
    expect(
      readTypedList(typed, index)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(codes);
  });
});
