import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, daysBetween, inYear, isDay, yearOf } from '../../src/domain/calendar-date.ts';
import { buildDigest, type Digest, findDigestPeriod } from '../../src/domain/digest.ts';
import { digestsAhead } from '../../src/domain/digests-ahead.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';
import { tickServing } from '../../src/domain/schedule.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';
import {
  daysFrom,
  frequencyChoices,
  leadTimes,
  leapDayChoices,
  partialDates,
  policies,
  timelines,
  weekdayChoices,
} from './arbitraries.ts';

const preferences = fc
  .record({
    kinds: fc.uniqueArray(fc.constantFrom(...eventKinds), { minLength: 1 }),
    policy: policies,
    leadTimes,
    frequency: frequencyChoices,
    weekday: weekdayChoices,
    leapDay: leapDayChoices,
    includeSevered: fc.boolean(),
    sendEmpty: fc.boolean(),
  })
  .map(preferencesWith);

/** Endings of states lie among the events or after them. */
const ending = fc.tuple(timelines, fc.option(partialDates)).map(
  ([timeline, ended]): Timeline => ({
    ...timeline,
    ...(ended && { ended }),
  }),
);

/** As the planner and the sender would do it: day after day for twelve months. */
function dayByDay(timeline: Timeline, wanted: Preferences, from: CalendarDate): Digest[] {
  const { hour, timeZone } = wanted;
  const scheduledSince = tickServing({ date: from, hour }, timeZone).toISOString();
  const schedule = { preferences: wanted, coveredThrough: addDays(from, -1), scheduledSince };
  const end = inYear(yearOf(from) + 1, from, '02-28');
  const days = isDay(end) ? daysBetween(from, end) : 0;
  return Array.from({ length: days }, (_, day) => findDigestPeriod(schedule, [addDays(from, day)]))
    .filter((covered) => covered !== undefined)
    .map((covered) => buildDigest(covered, { timelines: [timeline] }, wanted))
    .filter(({ groups }) => wanted.sendEmpty || groups.length > 0);
}

describe('the digests ahead', () => {
  test('are those that would be sent, day by day', () => {
    fc.assert(
      fc.property(ending, preferences, daysFrom('2023-06-01', '2029-06-01'), (timeline, wanted, from) => {
        const sent = dayByDay(timeline, wanted, from);
        expect(digestsAhead([timeline], wanted, { from, most: 5 })).toEqual({
          inTwelveMonths: sent.length,
          next: sent.slice(0, 5),
        });
      }),
      { numRuns: 300 },
    );
  });

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
  ] as const)('from %s tell an event of 29 February (%s) on %s', (from, leapDay, on) => {
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

  test('of a weekly reader begin with one that covers the days until then too', () => {
    const weekly = preferencesWith({ frequency: 'weekly', weekday: 'monday', sendEmpty: true });
    const { next } = digestsAhead([], weekly, { from: '2024-01-03', most: 2 });
    expect(next.map(({ coverage }) => coverage)).toEqual([
      { from: '2024-01-03', through: '2024-01-14' },
      { from: '2024-01-15', through: '2024-01-21' },
    ]);
  });
});
