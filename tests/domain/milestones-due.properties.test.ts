import { UTCDate } from '@date-fns/utc';
import { addYears, format, isWithinInterval, subDays } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  isDay,
  type PartialDate,
  precisionOf,
  yearOf,
} from '../../src/domain/calendar-date.ts';
import { dayKeyOf, dayKeysDue } from '../../src/domain/day-key.ts';
import { endOfPeriod, isDigestDay } from '../../src/domain/digest.ts';
import type { DueMilestone, LeapDayRule, MilestonePolicy, Span } from '../../src/domain/milestone.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { eventKey, eventKinds } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { preferencesWith } from '../support/builders.ts';
import {
  days,
  frequencyChoices,
  leadTimes,
  leapDayChoices,
  policies,
  timelines,
  weekdayChoices,
} from './arbitraries.ts';

const preferences = fc
  .record({
    policy: policies,
    leapDay: leapDayChoices,
    leadTimes,
    frequency: frequencyChoices,
    weekday: weekdayChoices,
    includeSevered: fc.boolean(),
    kinds: fc.subarray([...eventKinds], { minLength: 1 }),
  })
  .map(preferencesWith);

const spans = fc
  .record({ from: days, length: fc.integer({ min: 1, max: 400 }) })
  .map(({ from, length }): Span => ({ from, through: addDays(from, length - 1) }));

test('what is due in any span is what a plain count of every year from every event says', () => {
  fc.assert(
    fc.property(timelines, spans, preferences, (timeline, span, wished) => {
      const everything = { ...wished, includeSevered: true };
      const due = milestonesDue([timeline], span, everything);
      expect(due.map(described).sort()).toEqual(duePlainly(timeline, span, everything).sort());
    }),
    { numRuns: 400 },
  );
});

test('digest after digest, every milestone is announced at each of its lead times exactly once', () => {
  fc.assert(
    fc.property(timelines, days, preferences, (timeline, start, wished) => {
      const everything: Preferences = { ...wished, policy: 'every', includeSevered: true };
      const periods = consecutivePeriods(start, everything);
      for (const leadTime of everything.leadTimes) {
        const atOne = { ...everything, leadTimes: [leadTime] };
        const told = periods.flatMap((period) => milestonesDue([timeline], period, atOne).map(described));
        expect(told.sort()).toEqual(duePlainly(timeline, joined(periods), atOne).sort());
      }
    }),
    { numRuns: 100 },
  );
});

test('a milestone due at several lead times in one digest is announced with the longest, and never again at one of them', () => {
  fc.assert(
    fc.property(timelines, days, preferences, (timeline, start, wished) => {
      const everything: Preferences = { ...wished, policy: 'every', includeSevered: true };
      const told = consecutivePeriods(start, everything).flatMap((period) => {
        const due = milestonesDue([timeline], period, everything);
        expect(new Set(due.map(({ event, years }) => `${eventKey(event)} ${years}`)).size).toBe(due.length);
        expect(due.map(described).sort()).toEqual(duePlainly(timeline, period, everything).sort());
        return due.map(described);
      });
      expect(new Set(told).size).toBe(told.length);
    }),
    { numRuns: 100 },
  );
});

test('a milestone known by month or year alone is never announced for a day', () => {
  fc.assert(
    fc.property(timelines, spans, preferences, (timeline, span, wished) => {
      for (const { event, date } of milestonesDue([timeline], span, wished)) {
        expect(precisionOf(date)).toBe(precisionOf(event.date));
        expect(isDay(date)).toBe(event.date.length === 10);
      }
    }),
  );
});

test('every event in a digest is found under the keys of its days', () => {
  fc.assert(
    fc.property(timelines, spans, preferences, (timeline, span, wished) => {
      const everything: Preferences = { ...wished, policy: 'every' };
      const keys = dayKeysDue(span, everything.leadTimes);
      const due = new Set(duePlainly(timeline, span, everything).map((text) => text.split(' ')[0]));
      const found = timeline.events.filter((event) => keys.includes(dayKeyOf(event.date))).map(eventKey);
      expect(found).toEqual(expect.arrayContaining([...due]));
    }),
    { numRuns: 400 },
  );
});

test('a reader who excludes severed relations gets a subset of what the others get', () => {
  fc.assert(
    fc.property(timelines, spans, preferences, (timeline, span, wished) => {
      const all = milestonesDue([timeline], span, { ...wished, includeSevered: true }).map(described);
      const some = milestonesDue([timeline], span, { ...wished, includeSevered: false });
      expect(all).toEqual(expect.arrayContaining(some.map(described)));
      const lastWord = timeline.events.findLast(({ kind }) => kind !== 'recognised' && kind !== 'consular');
      if (lastWord?.kind === 'severed' && lastWord.date < span.from) {
        expect(some.every(({ event }) => event.kind === 'severed')).toBe(true);
      }
    }),
  );
});

/** Fourteen months of digests that come month after month, or as many that come more often. */
function consecutivePeriods(start: CalendarDate, wished: Preferences): Span[] {
  let from = start;
  while (!isDigestDay(from, wished)) from = addDays(from, 1);
  return Array.from({ length: wished.frequency === 'daily' ? 40 : 14 }, () => {
    const period = { from, through: endOfPeriod(from, wished) };
    from = addDays(period.through, 1);
    return period;
  });
}

function joined(periods: readonly Span[]): Span {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) throw new Error('There are no periods');
  return { from: first.from, through: last.through };
}

type Described = Pick<DueMilestone, 'event' | 'years' | 'leadTime'> & { readonly date: string };

function described({ event, date, years, leadTime }: Described): string {
  return `${eventKey(event)} ${years} ${date} ${leadTime}`;
}

/** What is due, by counting every year from every event, on date-fns alone. */
function duePlainly({ events }: Timeline, { from, through }: Span, wished: Preferences): string[] {
  const span = { start: new UTCDate(from), end: new UTCDate(through) };
  return events
    .filter(({ kind }) => wished.kinds.includes(kind))
    .flatMap((event) =>
      plainNumbers(wished.policy).flatMap((years) => {
        if (Math.abs(yearOf(event.date) + years - yearOf(from)) > 4) return [];
        const day = plainAnniversary(event.date, years, wished.leapDay);
        const due = wished.leadTimes.filter((leadTime) => isWithinInterval(subDays(day, leadTime), span));
        const date = format(day, 'yyyy-MM-dd').slice(0, event.date.length);
        return due.length === 0 ? [] : [described({ event, years, date, leadTime: Math.max(...due) })];
      }),
    );
}

function plainAnniversary(origin: PartialDate, years: number, leapDay: LeapDayRule): Date {
  const day = addYears(new UTCDate(origin), years);
  const isMoved = leapDay === 'mar1' && origin.endsWith('-02-29') && format(day, 'MM-dd') === '02-28';
  return isMoved ? subDays(day, -1) : day;
}

function plainNumbers(policy: MilestonePolicy): readonly number[] {
  if (policy === 'fives') return [1, ...multiplesOf(5)];
  if (policy === 'tens') return multiplesOf(10);
  if (policy === 'jubilees') return multiplesOf(25);
  return policy === 'every' ? multiplesOf(1) : policy;
}

function multiplesOf(step: number): number[] {
  return Array.from({ length: Math.floor(400 / step) }, (_, index) => (index + 1) * step);
}
