import { describe, expect, test } from 'vitest';
import type { NamedAct } from '../../src/dataset/files/claims.ts';
import type { Ruling } from '../../src/dataset/files/rulings.ts';
import { changesSince, toReleasedRows } from '../../src/dataset/releasing/compare-releases.ts';
import { reasonFor } from '../../src/dataset/releasing/reasons.ts';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import type { Pair, RelationEvent } from '../../src/domain/relation-event.ts';
import { anEvent, aSource, aTimeline } from '../support/builders.ts';

const macedonia = aTimeline('CN-MK', anEvent('established', '1993-10-21', { evidence: 'unconfirmed' }));
const released = toReleasedRows([macedonia]);
const sorts = (...timelines: Parameters<typeof changesSince>[1]) =>
  changesSince(released, timelines).map(({ what, before, after }) => [what, before?.date, after?.date]);

describe('the next release', () => {
  test('of the same events has no change', () => {
    expect(sorts(macedonia)).toEqual([]);
  });

  test('recognises a new day of an act by the other dates of its sources', () => {
    const alternatives = [{ kind: 'established', date: '1993-10-21', sources: ['zhwiki'] }] as const;
    const moved = aTimeline('CN-MK', anEvent('established', '1993-10-12', { evidence: 'official', alternatives }));
    expect(sorts(moved)).toEqual([['day', '1993-10-21', '1993-10-12']]);
  });

  test('reports another kind on the same day', () => {
    expect(sorts(aTimeline('CN-MK', anEvent('resumed', '1993-10-21')))).toEqual([['kind', '1993-10-21', '1993-10-21']]);
  });

  test('matches each former act once, the surest first', () => {
    const two = aTimeline(
      'CN-MK',
      anEvent('established', '1919-06'),
      anEvent('established', '1993-10-12', {
        alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['x'] }],
      }),
    );
    expect(sorts(two)).toEqual([
      ['new', undefined, '1919-06'],
      ['day', '1993-10-21', '1993-10-12'],
    ]);
  });

  test('reports new and removed acts', () => {
    const severed = anEvent('severed', '1999-02-09');
    expect(sorts({ ...macedonia, events: [...macedonia.events, severed] })).toEqual([['new', undefined, '1999-02-09']]);
    expect(sorts()).toEqual([['gone', '1993-10-21', undefined]]);
  });

  test('reports evidence only if a date has become disputed, or ceased to be', () => {
    const as = (evidence: 'listed' | 'disputed') =>
      aTimeline('CN-MK', anEvent('established', '1993-10-21', { evidence }));
    expect(sorts(as('listed'))).toEqual([]);
    expect(sorts(as('disputed'))).toEqual([['evidence', '1993-10-21', '1993-10-21']]);
    const sortsSince = (was: 'listed' | 'disputed') =>
      changesSince(toReleasedRows([as(was)]), [macedonia]).map(({ what }) => what);
    expect([sortsSince('disputed'), sortsSince('listed')]).toEqual([['evidence'], []]);
  });
});

describe('without an alternative that names it, the next release recognises an act', () => {
  const was = (...dates: readonly PartialDate[]) =>
    toReleasedRows([aTimeline('CN-MK', ...dates.map((date) => anEvent('established', date)))]);
  const found = (before: ReturnType<typeof was>, ...events: readonly RelationEvent[]) =>
    changesSince(before, [aTimeline('CN-MK', ...events)]).map(({ what, before: former, after }) => [
      ...[what, former?.date, after?.date],
    ]);

  test('by its kind and the nearest date', () => {
    expect(found(was('1980-01-01', '1990-01-01', '2000-01-01'), anEvent('established', '1992-05-06'))).toEqual([
      ['day', '1990-01-01', '1992-05-06'],
      ['gone', '1980-01-01', undefined],
      ['gone', '2000-01-01', undefined],
    ]);
  });

  test('by its own date before the other dates of its sources', () => {
    const alternatives = [{ kind: 'established', date: '1992-05-06', sources: ['x'] }] as const;
    const acts = [anEvent('established', '1990-01-01', { alternatives }), anEvent('established', '1992-05-06')];
    expect(found(was('1992-05-06', '1990-01-01'), ...acts)).toEqual([]);
  });

  test('by its date before its kind', () => {
    expect(found(was('1990-01-01', '1992-05-06'), anEvent('resumed', '1992-05-06'))).toEqual([
      ['kind', '1992-05-06', '1992-05-06'],
      ['gone', '1990-01-01', undefined],
    ]);
  });

  test('but not by another kind and date', () => {
    expect(found(was('1990-01-01'), anEvent('resumed', '1992-05-06'))).toEqual([
      ['new', undefined, '1992-05-06'],
      ['gone', '1990-01-01', undefined],
    ]);
  });
});

test('pairs come in order, those that are gone among them', () => {
  const before = toReleasedRows([aTimeline('CN-LS', anEvent('established', '1983')), macedonia]);
  const now = [aTimeline('CN-FR', anEvent('established', '1964-01-27')), macedonia];
  expect(changesSince(before, now).map(({ pair, what }) => [pair, what])).toEqual([
    ['CN-FR', 'new'],
    ['CN-LS', 'gone'],
  ]);
});

describe('the reason', () => {
  const sources = new Map([['ministry', { ...aSource('ministry'), publisher: 'Foreign Ministry of China' }]]);
  const event = anEvent('established', '1993-10-12', { evidence: 'official', sources: ['ministry'] });
  const change = {
    pair: 'CN-MK',
    after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
    what: 'new',
    event,
  } as const;

  test('is the source that decides', () => {
    expect(reasonFor(change, { rulings: [], sources })).toEqual({
      reason: 'Foreign Ministry of China gives this date.',
      sources: ['ministry'],
    });
  });

  test('is the ruling, where there is one', () => {
    const ruling = {
      pair: 'CN-MK',
      act: { kind: 'established', date: '1993-10-12' },
      verdict: 'date',
      reason: 'The communiqué.',
      sources: [],
    } as const;
    expect(reasonFor(change, { rulings: [ruling], sources })).toEqual({ reason: 'The communiqué.', sources: [] });
  });

  test.each([
    ['corroborated', {}, 'Independent sources give this date, Foreign Ministry of China among them.'],
    ['listed', {}, 'The lists of both parties give this date, and nothing on file speaks for another.'],
    ['unconfirmed', {}, 'The only source on file is Foreign Ministry of China.'],
    ['unconfirmed', { sources: ['stranger'] }, 'The only source on file is stranger.'],
    [
      'unconfirmed',
      {
        sources: ['enwiki-cn', 'forum'],
        alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['weekly'] }],
      },
      'enwiki-cn gives this date, which outweighs what others give.',
    ],
    [
      'unconfirmed',
      { alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['weekly'] }] },
      'Foreign Ministry of China gives this date, which outweighs what others give.',
    ],
    [
      'unconfirmed',
      { sources: ['enwiki-cn', 'enwiki-mk'] },
      'The lists of both parties give this date, but another source on file gives another.',
    ],
    [
      'disputed',
      { alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['weekly', 'agency'] }] },
      'Sources of comparable weight differ: 1993-10-12 (List) or 1993-10-21 (weekly). Where nothing else decides, a working day or the earlier one stands first.',
    ],
  ] as const)('of a date that is %s, %o, says so', (evidence, overrides, reason) => {
    const found = { ...change, event: { ...event, evidence, ...overrides } };
    expect(reasonFor(found, { rulings: [], sources }).reason).toBe(reason);
  });

  test('names no more than the three weightiest sources', () => {
    const found = { ...change, event: { ...event, sources: ['a', 'b', 'c', 'd'] } };
    expect(reasonFor(found, { rulings: [], sources }).sources).toEqual(['a', 'b', 'c']);
  });

  test('of an act that is gone is that no source gives it', () => {
    const { event: _, after, ...rest } = change;
    expect(reasonFor({ ...rest, before: after, what: 'gone' }, { rulings: [], sources })).toEqual({
      reason: 'No source on file gives it as an act of its own any more.',
      sources: [],
    });
  });

  test('is no ruling on another pair or act, but one on the act that it was, or was joined with', () => {
    const rule = (pair: Pair, act: NamedAct, other?: NamedAct): Ruling => ({
      ...{ pair, act, reason: 'So ruled.', sources: ['ministry'] },
      ...(other ? { verdict: 'same', other } : { verdict: 'date' }),
    });
    const established = (date: PartialDate): NamedAct => ({ kind: 'established', date });
    const [is, was, another] = [established('1993-10-12'), established('1993-10-21'), established('1949')];
    const found = { ...change, before: { ...was, evidence: 'listed' as const } };
    const isRuled = (ruling: Ruling) => reasonFor(found, { rulings: [ruling], sources }).reason === 'So ruled.';
    expect([rule('CN-LS', is), rule('CN-MK', another), rule('CN-MK', another, another)].map(isRuled)).toEqual([
      ...[false, false, false],
    ]);
    expect([rule('CN-MK', is), rule('CN-MK', was), rule('CN-MK', another, is)].map(isRuled)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
