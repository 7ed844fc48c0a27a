import { describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/preferences.ts';
import { flagOf } from '../../src/wording/flag.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { states } from '../support/states.ts';

describe.each(languages)('in the language "%s"', (language) => {
  const { names } = wordingIn(language);

  test('every state has a name, which is not its code', () => {
    const unnamed = states.filter(({ code }) => names.state(code).trim() === '' || names.state(code) === code);
    expect(unnamed).toEqual([]);
  });

  test('no two states have the same name', () => {
    expect(new Set(states.map(({ code }) => names.state(code))).size).toBe(states.length);
  });
});

describe('in English', () => {
  const { names } = wordingIn('en');

  test('every state, former states too, is called as the data call it', () => {
    const called = states.map(({ code }) => names.state(code).replaceAll('’', "'"));
    expect(called).toEqual(states.map(({ name_en }) => name_en));
  });

  test('no name brings its own article, so that a pair reads well whatever its states', () => {
    expect(states.filter(({ code }) => /^the /i.test(names.state(code)))).toEqual([]);
  });

  test.each([
    ['CN-LS', 'China–Lesotho'],
    ['CN-US', 'China – United States'],
    ['GW-TL', 'Guinea-Bissau – Timor-Leste'],
  ] as const)('the pair %s is called %s', (pair, expected) => {
    expect(names.pair(pair)).toBe(expected);
  });
});

describe('the flag', () => {
  test.each([
    ['LS', '🇱🇸'],
    ['XK', '🇽🇰'],
    ['VA', '🇻🇦'],
  ])('of %s is %s', (code, flag) => {
    expect(flagOf(code)).toBe(flag);
  });

  test('is there for all but the former states and the Order of Malta', () => {
    const flagless = states.filter(({ code, kind }) => kind === 'former' || code === 'XO').map(({ code }) => code);
    expect(states.filter(({ code }) => flagOf(code) === '').map(({ code }) => code)).toEqual(flagless);
  });
});
