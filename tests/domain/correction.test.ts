import { describe, expect, test } from 'vitest';
import { inYear, type PartialDate, yearOf } from '../../src/domain/calendar-date.ts';
import type { Change, ReleasedAct } from '../../src/domain/change.ts';
import { type AppliedChange, correctionsDue, dayOfRelease, isCorrectionDue } from '../../src/domain/correction.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { aDisputedEvent, anEvent, aTimeline, preferencesWith } from '../support/builders.ts';

const established = (date: PartialDate): ReleasedAct => ({ kind: 'established', date, evidence: 'listed' });
const macedonia = aTimeline('CN-MK', anEvent('established', '1993-10-12'));

function applied(timeline: Timeline, change: Partial<Change>): AppliedChange {
  const { pair } = timeline;
  const release = { release: '2023.9.1', what: 'day', reason: 'A ministry gives it.', sources: [] } as const;
  return { timeline, appliedOn: '2023-09-10', change: { ...release, pair, ...change } };
}

const moved = applied(macedonia, { before: established('1993-10-21'), after: established('1993-10-12') });
const onTheDay = { from: '2023-09-10', through: '2023-09-10' } as const;

function toldOf(change: AppliedChange, wished: Partial<Preferences> = {}) {
  return correctionsDue([change], onTheDay, preferencesWith(wished));
}

describe('a release counts from the first day that has begun nowhere', () => {
  test.each([
    ['2026-12-01T08:00:00Z', '2026-12-02'],
    ['2026-12-01T08:59:59Z', '2026-12-02'],
    ['2026-12-01T09:00:00Z', '2026-12-03'],
    ['2026-12-31T23:00:00Z', '2027-01-02'],
  ])('applied at %s: %s', (instant, day) => {
    expect(dayOfRelease(new Date(instant))).toBe(day);
  });
});

describe('a reader is notified of a change', () => {
  test('with the milestone that it concerns, by the date that holds now', () => {
    expect(toldOf(moved)).toMatchObject([{ milestone: { years: 30, date: '2023-10-12' } }]);
  });

  test('only in the digest that covers the day of its release', () => {
    const dayAfter = { from: '2023-09-11', through: '2023-09-17' } as const;
    expect(correctionsDue([moved], dayAfter, preferencesWith())).toEqual([]);
    expect(correctionsDue([moved], { from: '2023-09-03', through: '2023-09-09' }, preferencesWith())).toEqual([]);
    expect([onTheDay, dayAfter].map((span) => isCorrectionDue([moved], span, preferencesWith()))).toEqual([
      true,
      false,
    ]);
    expect(correctionsDue([moved], { from: '2023-09-04', through: '2023-09-10' }, preferencesWith())).toHaveLength(1);
  });

  test.each([
    ['follows one of the two', { states: ['MK'] }, 1],
    ['follows the pair', { pairs: ['CN-MK'] }, 1],
    ['follows others', { states: ['FR'], pairs: ['CN-LS'] }, 0],
    ['counts that kind', { kinds: ['established'] }, 1],
    ['does not count that kind', { kinds: ['severed'] }, 0],
    ['counts that number', { policy: [30] }, 1],
    ['does not count that number', { policy: [31] }, 0],
  ] as const)('if it %s', (_who, wished, count) => {
    expect(toldOf(moved, wished)).toHaveLength(count);
  });

  test.each([
    ['60 days ahead, though the lead times are shorter', '2023-11-09', [0], 1],
    ['61 days ahead', '2023-11-10', [0], 0],
    ['within the longest lead time', '2024-03-08', [7, 180], 1],
    ['after the longest lead time', '2024-03-09', [7, 180], 0],
    ['on the day itself', '2023-09-10', [0], 1],
    ['the day before', '2023-09-09', [0], 0],
  ] as const)('if the anniversary lies %s', (_when, date, leadTimes, count) => {
    const act = established(inYear(yearOf(date) - 30, date, '02-28'));
    const change = applied(aTimeline('CN-FR', anEvent(act.kind, act.date)), { after: act, what: 'new' });
    expect(toldOf(change, { leadTimes })).toHaveLength(count);
  });

  test('if only the old day lies ahead', () => {
    const later = aTimeline('CN-MK', anEvent('established', '1993-12-12'));
    const away = applied(later, { before: established('1993-10-12'), after: established('1993-12-12') });
    expect(toldOf(away)).toMatchObject([{ timeline: later }]);
    expect(toldOf(away)[0]?.milestone).toBeUndefined();
  });

  test('if the act is gone, or new', () => {
    expect(toldOf(applied(aTimeline('CN-MK'), { before: established('1993-10-21'), what: 'gone' }))).toHaveLength(1);
    expect(toldOf(applied(macedonia, { after: established('1993-10-12'), what: 'new' }))).toHaveLength(1);
  });

  test('of the act that changed, and not of another of its kind or day', () => {
    const others = [anEvent('established', '1949-10-01'), anEvent('recognised', '1993-10-12')];
    const timeline = aTimeline('CN-MK', ...others, anEvent('established', '1993-10-12'));
    const change = applied(timeline, { before: established('1993-10-21'), after: established('1993-10-12') });
    expect(toldOf(change)).toMatchObject([{ milestone: { years: 30, event: { kind: 'established' } } }]);
  });

  test('by the date of its release, where the act has moved on since', () => {
    const change = applied(aTimeline('CN-MK'), { before: established('1993-12-21'), after: established('1993-10-12') });
    expect(toldOf(change)).toMatchObject([{ milestone: { date: '2023-10-12' } }]);
  });

  test('without a milestone, where the act is gone and only others are left', () => {
    const gone = applied(aTimeline('CN-MK', anEvent('recognised', '1993-10-21')), {
      before: { ...established('1993-10-21'), evidence: 'disputed' },
      what: 'gone',
    });
    expect(toldOf(gone)).toHaveLength(1);
    expect(toldOf(gone)[0]).not.toHaveProperty('milestone');
  });

  test('with the nearest of the days of a disputed date', () => {
    const timeline = aTimeline('CN-MK', aDisputedEvent('1993-09-20', '1993-09-01'));
    const after = { ...established('1993-09-20'), evidence: 'disputed' } as const;
    const change = applied(timeline, { before: established('1993-09-20'), after, what: 'evidence' });
    expect(toldOf(change, { policy: 'every', leadTimes: [550] })[0]?.milestone?.date).toBe('2023-09-20');
  });

  test('if any of the days of a disputed date lies ahead', () => {
    const disputed = anEvent('established', '1993-05-01', {
      evidence: 'disputed',
      alternatives: [{ kind: 'established', date: '1993-10-01', sources: ['other'] }],
    });
    const change = applied(aTimeline('CN-MK', disputed), {
      before: established('1993-05-01'),
      after: { ...established('1993-05-01'), evidence: 'disputed' },
      what: 'evidence',
    });
    expect(toldOf(change)).toHaveLength(1);
  });

  test('while any day of a month or year lies ahead', () => {
    const month = aTimeline('CN-MK', anEvent('established', '1993-09'));
    expect(toldOf(applied(month, { before: established('1993-03-01'), after: established('1993-09') }))).toHaveLength(
      1,
    );
  });

  test('not while relations are broken off, unless they ask for it', () => {
    const broken = aTimeline('CN-MK', anEvent('established', '1993-10-12'), anEvent('severed', '2020-01-01'));
    const change = applied(broken, { before: established('1993-10-21'), after: established('1993-10-12') });
    expect(toldOf(change)).toEqual([]);
    expect(toldOf(change, { includeSevered: true })).toHaveLength(1);
  });

  test('not of an act of a predecessor that is not continued', () => {
    const former = aTimeline('CN-MK', anEvent('established', '1993-10-12', { isDiscontinued: true }));
    expect(toldOf(applied(former, { before: established('1993-10-21'), after: established('1993-10-12') }))).toEqual(
      [],
    );
  });
});

test('corrections come in the order of the milestones that they concern', () => {
  const france = aTimeline('CN-FR', anEvent('established', '1993-09-20'));
  const sooner = applied(france, { after: established('1993-09-20'), what: 'new' });
  const pairs = correctionsDue([moved, sooner], onTheDay, preferencesWith()).map(({ timeline }) => timeline.pair);
  expect(pairs).toEqual(['CN-FR', 'CN-MK']);
});
