import { describe, expect, test } from 'vitest';
import { changesSince, toReleasedRows } from '../../src/dataset/releasing/compare-releases.ts';
import { reasonFor } from '../../src/dataset/releasing/reasons.ts';
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
  });
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
});
