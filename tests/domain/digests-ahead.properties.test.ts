import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate, daysBetween, inYear, isDay, yearOf } from '../../src/domain/calendar-date.ts';
import { buildDigest, type Digest, findDigestPeriod } from '../../src/domain/digest.ts';
import { digestsAhead } from '../../src/domain/digests-ahead.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';
import { tickServing } from '../../src/domain/schedule.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { preferencesWith } from '../support/builders.ts';
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

test('the digests ahead are those that would be sent, day by day', () => {
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
