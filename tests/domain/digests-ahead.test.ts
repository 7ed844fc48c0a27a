import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { digestsAhead } from '../../src/domain/digests-ahead.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

describe('the digests ahead', () => {
  test('announce China and Lesotho a week ahead', () => {
    const { inTwelveMonths, next } = digestsAhead([chinaLesotho], preferencesWith({ leadTimes: [7] }), {
      from: '2024-01-01',
      most: 5,
    });
    expect([inTwelveMonths, next.map(({ on }) => on)]).toEqual([1, ['2024-01-05']]);
  });

  test.each([
    ['2024-01-01', 'feb28', '2024-02-29'],
    ['2024-01-01', 'mar1', '2024-02-29'],
    ['2025-01-01', 'feb28', '2025-02-28'],
    ['2025-01-01', 'mar1', '2025-03-01'],
  ] as const)('from %s announce an event of 29 February (%s) on %s', (from, leapDay, on) => {
    const leapling = aTimeline('AA-BB', anEvent('established', '1972-02-29'));
    const wanted = preferencesWith({ leapDay, leadTimes: [0], policy: 'every' });
    expect(digestsAhead([leapling], wanted, { from, most: 5 }).next.map((digest) => digest.on)).toEqual([on]);
  });

  test('are none for followers of other states, and one a day for readers who want empty digests', () => {
    const from = '2024-01-01';
    expect(digestsAhead([chinaLesotho], preferencesWith({ states: ['FR'] }), { from, most: 5 }).inTwelveMonths).toBe(0);
    const empty = digestsAhead([chinaLesotho], preferencesWith({ states: ['FR'], sendEmpty: true }), { from, most: 5 });
    expect([empty.inTwelveMonths, empty.next.length]).toEqual([366, 5]);
  });

  test('of a weekly reader announce what falls on any day of the week', () => {
    const weekly = preferencesWith({ frequency: 'weekly', leadTimes: [0] });
    const { inTwelveMonths, next } = digestsAhead([chinaLesotho], weekly, { from: '2024-01-03', most: 5 });
    expect(inTwelveMonths).toBe(1);
    expect(next.map(({ on, groups }) => [on, groups.map(({ date }) => date)])).toEqual([
      ['2024-01-08', ['2024-01-12']],
    ]);
  });

  test('reach to the day before that of the next year, and announce what lies beyond it', () => {
    const daysOf = (from: CalendarDate, leadTimes: readonly number[]) =>
      digestsAhead([chinaLesotho], preferencesWith({ kinds: ['resumed'], policy: 'every', leadTimes }), {
        from,
        most: 5,
      }).next.map(({ on }) => on);
    expect(daysOf('2024-01-13', [0])).toEqual(['2025-01-12']);
    expect(daysOf('2024-12-20', [30, 0])).toEqual(['2025-01-12', '2025-12-13']);
  });

  test('from 29 February are those of 365 days', () => {
    const empty = preferencesWith({ sendEmpty: true });
    expect(digestsAhead([], empty, { from: '2024-02-29', most: 0 }).inTwelveMonths).toBe(365);
  });

  test('of a weekly reader begin with one that covers the days until then too', () => {
    const weekly = preferencesWith({ frequency: 'weekly', weekday: 'monday', sendEmpty: true });
    const { next } = digestsAhead([], weekly, { from: '2024-01-03', most: 2 });
    expect(next.map(({ coverage }) => coverage)).toEqual([
      { from: '2024-01-03', through: '2024-01-14' },
      { from: '2024-01-15', through: '2024-01-21' },
    ]);
  });
});
