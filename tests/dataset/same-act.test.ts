import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/dataset/files/claims.ts';
import {
  areToldApart,
  distance,
  haveSameParties,
  isAutomaticSuccession,
  isBeforeStatehood,
  isSlip,
  mayBeOneAct,
  type Setting,
  type Statement,
} from '../../src/dataset/resolving/same-act.ts';
import { addDays, type PartialDate } from '../../src/domain/calendar-date.ts';
import type { Predecessor } from '../../src/domain/predecessor.ts';
import type { EventKind } from '../../src/domain/relation-event.ts';
import { aSource, aState } from '../support/builders.ts';

function claim(kind: EventKind, date: PartialDate, source = 'agency', overrides: Partial<Claim> = {}): Claim {
  return { pair: 'CN-CZ', kind, date, source, ...overrides };
}

function statement(kind: EventKind, date: PartialDate, ...sources: readonly string[]): Statement {
  return { kind, date, claims: sources.map((source) => claim(kind, date, source)) };
}

/** China and Czechia, which is the state of Czechoslovakia's code since 1993. */
function setting(overrides: Partial<Setting> = {}): Setting {
  return {
    ...{ pair: 'CN-CZ', statements: [], rulings: [], predecessors: [] },
    sources: new Map(
      [
        aSource('agency', { grade: 'press' }),
        aSource('ministry', { government: 'CN' }),
        aSource('ministry-cz', { government: 'CZ' }),
        aSource('enwiki-cn', { grade: 'encyclopedia' }),
        aSource('enwiki-cz', { grade: 'encyclopedia' }),
      ].map((source) => [source.id, source]),
    ),
    states: new Map([
      ['CN', aState('CN')],
      ['CZ', aState('CZ', { since: '1993-01-01', successions: ['1993-01-01'] })],
    ]),
    ...overrides,
  };
}

describe('two statements may be about one act', () => {
  test.each([
    ['established', 'resumed', 3 * 366],
    ['resumed', 'established', 3 * 366],
    ['established', 'upgraded', 0],
    ['resumed', 'resumed', 5 * 366],
    ['severed', 'severed', 5 * 366],
    ['recognised', 'recognised', 10 * 366],
    ['upgraded', 'upgraded', 366],
  ] as const)('that call it %s and %s up to %i days apart', (kind, other, days) => {
    const mayBe = (apart: number) =>
      mayBeOneAct(statement(kind, '1950-01-01'), statement(other, addDays('1950-01-01', apart)), setting());
    expect([mayBe(days), mayBe(days + 1)]).toEqual([true, false]);
  });

  test.each(['established', 'consular'] as const)('that call it %s, however far apart', (kind) => {
    expect(mayBeOneAct(statement(kind, '1900'), statement(kind, '1990-01-01'), setting())).toBe(true);
  });

  test.each([
    ['recognised', 'established'],
    ['consular', 'established'],
    ['severed', 'resumed'],
    ['upgraded', 'resumed'],
  ] as const)('but not if they call it %s and %s', (kind, other) => {
    expect(mayBeOneAct(statement(kind, '1990-01-01'), statement(other, '1990-01-01'), setting())).toBe(false);
  });

  test.each([
    ['established', 'severed', '1955-01-01', false],
    ['upgraded', 'severed', '1950-06-01', false],
    ['severed', 'established', '1950-06-01', false],
    ['severed', 'resumed', '1950-06-01', false],
    ['severed', 'upgraded', '1950-06-01', true],
    ['recognised', 'severed', '1950-06-01', true],
    ['established', 'severed', '1949-12-31', true],
    ['established', 'severed', '1960-01-02', true],
    ['established', 'severed', '1950', true],
    ['established', 'severed', '1960', true],
  ] as const)(
    'of two statements that call it %s, one that says %s %s leaves that possible: %s',
    (kind, between, date, expected) => {
      const until = kind === 'established' ? '1960-01-01' : '1950-12-31';
      const [one, other] = [statement(kind, '1950-01-01'), statement(kind, until)];
      const statements = [one, other, statement(between, date)];
      expect(mayBeOneAct(one, other, setting({ statements }))).toBe(expected);
      expect(mayBeOneAct(other, one, setting({ statements }))).toBe(expected);
    },
  );
});

test.each([
  ['1992-06-01', '1994-06-01', false],
  ['1994-06-01', '1992-06-01', false],
  ['1992-12-15', '1993-01-15', true],
  ['1992-12-15', '1993-01-16', false],
  ['1990-06-01', '1992-06-01', true],
  ['1994-06-01', '1996-06-01', true],
  ['1992-06-01', '1993-01-01', true],
  ['1993-01-01', '1994-06-01', true],
  ['1993', '1994-06-01', true],
] as const)('at %s and %s Czechia was one state: %s', (one, other, expected) => {
  expect(haveSameParties(one, other, setting())).toBe(expected);
});

test('a slip is the same day of another year, by the same kind', () => {
  const one = statement('established', '1983-04-30');
  expect(isSlip(one, statement('established', '1993-04-30'))).toBe(true);
  expect(isSlip(one, statement('resumed', '1993-04-30'))).toBe(false);
  expect(isSlip(one, statement('established', '1993-05-30'))).toBe(false);
  expect(isSlip(statement('established', '1983-04'), statement('established', '1993-04'))).toBe(false);
  expect(distance(one, statement('established', '1993-04-30'))).toBe(1);
  expect(distance(one, statement('established', '1983-05-04'))).toBe(4);
});

describe('telling two statements apart', () => {
  const areApart = (one: Statement, other: Statement) => areToldApart(one, other, setting());

  test('if one source has both breaks, more than a month apart', () => {
    const first = statement('severed', '1990-01-01', 'agency', 'ministry');
    expect(areApart(first, statement('severed', '1990-02-01', 'agency'))).toBe(false);
    expect(areApart(first, statement('severed', '1990-02-02', 'enwiki-cn', 'agency'))).toBe(true);
    expect(areApart(first, statement('severed', '1990-02-02', 'enwiki-cn'))).toBe(false);
  });

  test('if one source has two kinds of act on one day, a beginning and another', () => {
    const established = statement('established', '1990-01-01', 'agency');
    expect(areApart(established, statement('upgraded', '1990-01-01', 'agency'))).toBe(true);
    expect(areApart(statement('upgraded', '1990-01-01', 'agency'), established)).toBe(true);
    expect(areApart(established, statement('resumed', '1990-01-01', 'agency'))).toBe(false);
    expect(areApart(statement('consular', '1990-01-01', 'agency'), statement('upgraded', '1990-01-01', 'agency'))).toBe(
      false,
    );
  });

  test.each([
    ['one source, more than three years apart', 3 * 366 + 1, ['agency'], true],
    ['one source, within three years', 3 * 366, ['agency'], false],
    ['the list and the government of one party', 3 * 366, ['ministry', 'enwiki-cn'], false],
    ['the lists of both parties', 3 * 366, ['enwiki-cn', 'enwiki-cz'], true],
    ['the governments of both parties', 3 * 366, ['ministry', 'ministry-cz'], true],
  ])('if two beginnings are in %s', (_where, days, sources, expected) => {
    const [one, other] = [statement('established', '1950-01-01', ...sources), addDays('1950-01-01', days)];
    expect(areApart(one, statement('established', other, ...sources))).toBe(expected);
    expect(areApart(one, statement('resumed', other, ...sources))).toBe(expected);
  });
});

describe('a beginning on the day of a succession is a bare reckoning', () => {
  const other = claim('established', '1949-10-06');
  const onSuccession = (source = 'enwiki-cz', kind: EventKind = 'established') => claim(kind, '1993-01-01', source);
  const isBare = (one: Claim, ...others: readonly Claim[]) => isAutomaticSuccession(one, [one, ...others], setting());

  test.each([
    ['in a list', onSuccession(), true],
    ['of the successor’s government', onSuccession('ministry-cz'), true],
    ['not of the partner’s government', onSuccession('ministry'), false],
    ['not for a break', onSuccession('enwiki-cz', 'severed'), false],
    ['not on another day', claim('established', '1993-01-02', 'enwiki-cz'), false],
  ] as const)('%s', (_which, one, expected) => {
    expect(isBare(one, other)).toBe(expected);
  });

  test('unless the lists of both parties count from it, or nobody counts from another day', () => {
    expect(isBare(onSuccession(), onSuccession('enwiki-cn'), other)).toBe(false);
    expect(isBare(onSuccession(), claim('established', '1949', 'enwiki-cn'), other)).toBe(true);
    expect(isBare(onSuccession())).toBe(false);
    expect(isBare(onSuccession(), claim('established', '1993'))).toBe(false);
  });
});

describe('a day lies before a party existed', () => {
  const czechoslovakia: Predecessor = {
    ...{ state: 'CZ', key: 'czechoslovakia', name: 'Czechoslovakia', isContinued: true },
    ...{ partners: [], reason: 'It says so.', source: '' },
  };
  const isBefore = (date: PartialDate, predecessors: readonly Predecessor[] = [], as?: readonly string[]) =>
    isBeforeStatehood(claim('established', date, 'agency', as && { as }), setting({ predecessors }));

  test('if it comes more than a month earlier', () => {
    expect(isBefore('1992-11-30')).toBe(true);
    expect(isBefore('1992-12-01')).toBe(false);
    expect(isBefore('1992')).toBe(false);
    expect(isBeforeStatehood(claim('established', '1900'), setting({ states: new Map() }))).toBe(false);
  });

  test.each([
    ['in its time', { from: '1918-10-28', until: '1992-12-31' }, false],
    ['since its beginning, without an end', { from: '1918-10-28' }, false],
    ['on its last day', { from: '1918-10-28', until: '1949-10-06' }, false],
    ['on its first day', { from: '1949-10-06', until: '1992-12-31' }, false],
    ['after its time', { from: '1918-10-28', until: '1949-10-05' }, true],
    ['before its time', { from: '1949-10-07', until: '1992-12-31' }, true],
    ['of one without a time', {}, true],
    ['of another state', { state: 'CN', from: '1918-10-28' }, true],
  ] as const)('unless a predecessor acted then: %s', (_when, time, expected) => {
    expect(isBefore('1949-10-06', [{ ...czechoslovakia, ...time }])).toBe(expected);
  });

  test('unless the source names the predecessor', () => {
    expect(isBefore('1949-10-06', [czechoslovakia], ['czechoslovakia'])).toBe(false);
    expect(isBefore('1949-10-06', [czechoslovakia], ['austria-hungary'])).toBe(true);
  });
});
