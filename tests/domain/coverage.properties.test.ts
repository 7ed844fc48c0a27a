import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts';
import { changeSchedule, type FormerSchedule, scheduleFrom } from '../../src/domain/change-of-schedule.ts';
import { dayOfRelease } from '../../src/domain/correction.ts';
import { type DigestPeriod, findDigestPeriod, isDigestDay } from '../../src/domain/digest.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { localDate, tickAt, tickServing } from '../../src/domain/schedule.ts';
import type { Schedule } from '../../src/domain/subscriber.ts';
import { preferencesWith } from '../support/builders.ts';
import { frequencyChoices, weekdayChoices } from './arbitraries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A monthly digest announces what was applied in the month before. */
const LONGEST_WAIT_DAYS = 32;
const samoaSkippedADay = Date.UTC(2011, 11, 30, 10);

/** Zones on both sides of the date line, with odd offsets, with clocks that change by one hour, by half an hour, and never. */
const zones = [
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Europe/Paris',
  'America/New_York',
  'Africa/Casablanca',
  'Asia/Beirut',
  'UTC',
] as const;

const preferences = fc
  .record({
    frequency: frequencyChoices,
    weekday: weekdayChoices,
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom(...zones),
  })
  .map(preferencesWith);

/** Instants that matter: any, around the clocks' changes in Europe and America, around the ends of months. */
const instants = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc.constantFrom(...[Date.UTC(2024, 2, 31), Date.UTC(2024, 9, 27), Date.UTC(2024, 10, 3), Date.UTC(2024, 1, 29)]),
      fc.constantFrom(samoaSkippedADay - DAY),
    ),
    fc.integer({ min: 0, max: 2 * DAY }),
  )
  .map(([instant, shift]) => instant + shift);

const pauses = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 * HOUR }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 26 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 14 * DAY }) },
);

/** A confirmation, while the planner is behind by as much. */
type Beginning = { readonly confirmed: number; readonly wished: Preferences; readonly behind: number };
const beginnings: fc.Arbitrary<Beginning> = fc.record({ confirmed: instants, wished: preferences, behind: pauses });

/** After a pause the planner runs for all ticks since its last run, or the subscriber chooses other preferences. */
type Step = { readonly pause: number; readonly chosen?: Preferences };

const runs = fc.record({ pause: pauses }).map((step): Step => step);
const changes = fc.record({ pause: pauses, chosen: preferences }).map((step): Step => step);
const histories = fc.array(fc.oneof({ weight: 3, arbitrary: runs }, { weight: 2, arbitrary: changes }), {
  minLength: 1,
  maxLength: 30,
});

describe('every local date from the day of confirmation on is covered by exactly one digest', () => {
  test('when nothing happens but outages', () => {
    fc.assert(
      fc.property(beginnings, fc.array(runs, { minLength: 5, maxLength: 40 }), (beginning, steps) => {
        expectEachDateOnce(lived(beginning, steps));
      }),
      { numRuns: 300 },
    );
  });

  test('when zone, hour, weekday and frequency change at any instants, also in the middle of outages', () => {
    fc.assert(
      fc.property(beginnings, histories, (beginning, steps) => {
        expectEachDateOnce(lived(beginning, steps));
      }),
      { numRuns: 600 },
    );
  });

  test('when the hour changes minutes before or after a tick', () => {
    const minutes = fc.integer({ min: 0, max: 40 * MINUTE });
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(beginnings, fc.array(fc.tuple(minutes, minutes, hours), { maxLength: 60 }), (beginning, moves) => {
        const steps = moves.flatMap(([toChange, toRun, hour]): Step[] => [
          { pause: toChange, chosen: { ...beginning.wished, hour } },
          { pause: toRun },
        ]);
        expectEachDateOnce(lived(beginning, steps));
      }),
      { numRuns: 300 },
    );
  });
});

test('no two digests of a subscriber are for the same date, and each is for a date that it covers', () => {
  fc.assert(
    fc.property(beginnings, histories, (beginning, steps) => {
      const { digests } = lived(beginning, steps);
      const dates = digests.map(({ on }) => on);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(digests.every(({ on, coverage }) => coverage.from <= on && on <= coverage.through)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('while nothing is missed and nothing changes, every digest after the first covers its own period from its own day', () => {
  fc.assert(
    fc.property(beginnings, (beginning) => {
      fc.pre(beginning.confirmed > samoaSkippedADay);
      const steps = Array.from({ length: 70 }, (): Step => ({ pause: 12 * HOUR }));
      const [first, ...others] = lived(beginning, steps).digests;
      expect(first && isDigestDay(first.on, beginning.wished)).toBe(true);
      const odd = others.filter(({ on, coverage }) => coverage.from !== on || !isDigestDay(on, beginning.wished));
      expect(odd).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

describe('every change of the data that is applied after confirmation is announced by exactly one digest', () => {
  test.each([
    ['when nothing happens but outages', fc.array(runs, { minLength: 5, maxLength: 40 })],
    ['when zone, hour, weekday and frequency change at any instants', histories],
  ])('%s', (_when, happenings) => {
    fc.assert(
      fc.property(beginnings, happenings, (beginning, steps) => {
        expectEachChangeOnce(lived(beginning, steps), dayOfRelease(new Date(beginning.confirmed)));
      }),
      { numRuns: 400 },
    );
  });

  test('and never by one that went out before the change was applied', () => {
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), hours, (applied, timeZone, hour) => {
        const earliest = tickServing({ date: dayOfRelease(new Date(applied)), hour }, timeZone);
        expect(earliest.getTime()).toBeGreaterThan(applied);
      }),
    );
  });
});

type Life = {
  readonly digests: readonly DigestPeriod[];
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
};

/** The digests of a subscriber through all that happens, and then through ten quiet weeks in which all that is overdue goes out. */
function lived({ confirmed, wished, behind }: Beginning, steps: readonly Step[]): Life {
  const quiet = Array.from({ length: 84 }, (): Step => ({ pause: 20 * HOUR }));
  const digests: DigestPeriod[] = [];
  let schedule = scheduleFrom(wished, new Date(confirmed));
  const formers: FormerSchedule[] = [];
  let plannedThrough = tickAt(new Date(confirmed - behind));
  let now = confirmed;
  for (const { pause, chosen } of [...steps, ...quiet]) {
    now += pause;
    if (chosen) {
      const changed = changeSchedule(schedule, chosen, new Date(now));
      if (changed.scheduledSince !== schedule.scheduledSince)
        formers.push({ ...schedule, until: new Date(now).toISOString() });
      schedule = changed;
    } else {
      const tick = tickAt(new Date(now));
      for (const { until, ...former } of formers) {
        const last = new Date(Math.min(Date.parse(until), tick.getTime()));
        const digest = findDigestPeriod(former, datesServed(former, plannedThrough, last));
        if (digest) digests.push(digest);
      }
      const digest = findDigestPeriod(schedule, datesServed(schedule, plannedThrough, tick));
      if (digest) digests.push(digest);
      plannedThrough = tick;
    }
  }
  const lastDay = addDays(localDate(new Date(now), schedule.preferences.timeZone), -1);
  return { digests, firstDay: localDate(new Date(confirmed), wished.timeZone), lastDay };
}

/** The local dates whose hour the ticks after `since` through `tick` serve. */
function datesServed({ preferences: { hour, timeZone } }: Schedule, since: Date, tick: Date): CalendarDate[] {
  const dates: CalendarDate[] = [];
  const last = addDays(localDate(tick, timeZone), 1);
  for (let date = addDays(localDate(since, timeZone), -1); date <= last; date = addDays(date, 1)) {
    const servedBy = tickServing({ date, hour }, timeZone);
    if (since < servedBy && servedBy <= tick) dates.push(date);
  }
  return dates;
}

function expectEachChangeOnce({ digests, lastDay }: Life, firstDay: CalendarDate): void {
  let next = firstDay;
  for (const { changeSpan } of digests.filter((digest) => digest.changeSpan.from <= digest.changeSpan.through)) {
    expect(changeSpan.from).toBe(next);
    next = addDays(changeSpan.through, 1);
  }
  expect(daysBetween(next, lastDay)).toBeLessThan(LONGEST_WAIT_DAYS);
}

function expectEachDateOnce({ digests, firstDay, lastDay }: Life): void {
  let next = firstDay;
  for (const { coverage } of digests) {
    expect(coverage.from).toBe(next);
    expect(coverage.through >= coverage.from).toBe(true);
    next = addDays(coverage.through, 1);
  }
  expect(next > lastDay).toBe(true);
}
