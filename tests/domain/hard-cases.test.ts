import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readResolvedDataset } from '../../src/dataset/resolved-dataset.ts';
import { addDays, type CalendarDate, isDay, precisionOf } from '../../src/domain/calendar-date.ts';
import { daysGiven } from '../../src/domain/days-given.ts';
import { buildDigest } from '../../src/domain/digest.ts';
import type { Span } from '../../src/domain/milestone.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { otherCounts } from '../../src/domain/other-counts.ts';
import type { MilestoneFilter } from '../../src/domain/preferences.ts';
import { type EventKind, eventKinds, type Pair } from '../../src/domain/relation-event.ts';
import { statusOn, type Timeline } from '../../src/domain/timeline.ts';
import { preferencesWith } from '../support/builders.ts';

const { timelines } = readResolvedDataset((name) =>
  readFileSync(join(import.meta.dirname, '../../data', name), 'utf8'),
);
const byPair = new Map(timelines.map((timeline) => [timeline.pair, timeline]));
const happyKinds: readonly EventKind[] = eventKinds.filter((kind) => kind !== 'severed');

test('China and Lesotho on 12 January 2024: 30 years since the resumption, first established in 1983, severed in 1990', () => {
  const [milestone, ...others] = milestonesOf('CN-LS', on('2024-01-12'));
  expect(others).toEqual([]);
  expect(milestone).toMatchObject({ years: 30, event: { kind: 'resumed', date: '1994-01-12' } });
  expect(milestone && otherCounts(milestone, 'feb28')).toEqual([
    { kind: 'established', origin: '1983-04-30', years: 41, date: '2024-04-30' },
  ]);
  expect(eventsOf('CN-LS')).toEqual(['established 1983-04-30', 'severed 1990-04-07', 'resumed 1994-01-12']);
  expect(theTimeline('CN-LS').events[1]?.alternatives).toMatchObject([
    { kind: 'severed', date: '1990-04', sources: ['cn-embassy-ls'] },
    { kind: 'severed', date: '1990-04-05', sources: ['zhwiki-pair-cn-ls'] },
  ]);
});

test('China and the United Kingdom: the chargés of 1954 and the ambassadors of 1972 are both counted, and named apart', () => {
  expect(milestonesOf('CN-GB', on('2024-06-17'))).toMatchObject([{ years: 70, event: { kind: 'established' } }]);
  const [upgrade, ...others] = milestonesOf('CN-GB', on('2022-03-13'));
  expect(others).toEqual([]);
  expect(upgrade).toMatchObject({ years: 50, event: { kind: 'upgraded' } });
  expect(upgrade && otherCounts(upgrade, 'feb28')).toMatchObject([
    { kind: 'established', origin: '1954-06-17', years: 68 },
  ]);
});

test('China and Russia: counted from 2 October 1949, when the Soviet Union acted; one source has the 3rd', () => {
  const [milestone] = milestonesOf('CN-RU', on('2024-10-02'));
  expect(milestone).toMatchObject({ years: 75, event: { kind: 'established', as: ['soviet-union'] } });
  expect(milestone?.event.alternatives).toMatchObject([{ date: '1949-10-03' }]);
  expect(milestonesOf('CN-RU', on('2024-10-03'))).toEqual([]);
});

test('China and North Macedonia: the 12th of October, with the 21st shown as an alternative', () => {
  const [milestone] = milestonesOf('CN-MK', on('2023-10-12'));
  expect(milestone).toMatchObject({ years: 30, event: { alternatives: [{ date: '1993-10-21' }] } });
  expect(milestonesOf('CN-MK', on('2023-10-21'))).toEqual([]);
});

describe('Cuba and the United States', () => {
  test('the 10th anniversary of the resumption is on 20 July 2025', () => {
    const [milestone, ...others] = milestonesOf('CU-US', on('2025-07-20'));
    expect(others).toEqual([]);
    expect(milestone).toMatchObject({ years: 10, event: { kind: 'resumed' } });
  });

  test('between break and resumption no happy anniversary is announced', () => {
    const severed = { from: '1961-01-03', through: '2015-07-19' } as const;
    const wished = { policy: 'every', kinds: happyKinds } as const;
    expect(milestonesOf('CU-US', severed, wished)).toEqual([]);
    expect(milestonesOf('CU-US', severed, { ...wished, includeSevered: true })).not.toEqual([]);
    expect(milestonesOf('CU-US', { from: '1960-01-01', through: '1960-12-31' }, wished)).not.toEqual([]);
  });
});

test('Mexico and the Holy See: one event on 21 September 1992, that some call establishment and some resumption', () => {
  const [milestone, ...others] = milestonesOf('MX-VA', { from: '2022-01-01', through: '2022-12-31' });
  expect(others).toEqual([]);
  expect(milestone).toMatchObject({ years: 30, date: '2022-09-21', event: { date: '1992-09-21' } });
  expect(milestone?.event.kind).toBe('established');
  expect(milestone?.event.alternatives.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
    'resumed 1992',
    'resumed 1992-09-21',
  ]);
});

test.each(['CN-LC', 'BZ-CN', 'CN-MH'] as const)(
  '%s, severed to this day, is silent by default and present on request',
  (pair) => {
    const decade = { from: '2015-01-01', through: '2025-12-31' } as const;
    expect(statusOn(theTimeline(pair), '2025-12-31')).toBe('severed');
    expect(milestonesOf(pair, decade)).toEqual([]);
    const present = milestonesOf(pair, decade, { includeSevered: true });
    expect(present.map(({ event }) => event.kind)).toContain('established');
  },
);

test.each([
  ['EE-FI', '2021-08-29'],
  ['BE-LV', '2021-09-05'],
  ['AU-LT', '2021-11-06'],
] as const)('%s, one of the Baltic resumptions, with no break on file, has its 30th on %s', (pair, date) => {
  expect(theTimeline(pair).events.map(({ kind }) => kind)).not.toContain('severed');
  expect(milestonesOf(pair, on(date))).toMatchObject([{ years: 30, event: { kind: 'resumed' } }]);
});

describe('China and Ghana resumed relations on 29 February 1972', () => {
  test.each([
    ['28 February in common years', 'feb28', '2022-02-28'],
    ['1 March in common years, on request', 'mar1', '2022-03-01'],
  ] as const)('which is observed on %s', (_rule, leapDay, date) => {
    const found = milestonesOf('CN-GH', { from: '2022-02-01', through: '2022-03-31' }, { leapDay });
    expect(found).toMatchObject([{ years: 50, date }]);
  });

  test.each(['feb28', 'mar1'] as const)('which is observed on the day itself in leap years, under %s', (leapDay) => {
    const found = milestonesOf('CN-GH', { from: '2024-02-01', through: '2024-03-31' }, { leapDay, policy: 'every' });
    expect(found).toMatchObject([{ years: 52, date: '2024-02-29' }]);
  });
});

test('no month-precise and no year-precise event of the whole dataset is ever announced for a day', () => {
  const all = milestonesIn(
    { from: '2024-01-01', through: '2024-12-31' },
    { policy: 'every', kinds: eventKinds, includeSevered: true },
  );
  const coarse = all.filter(({ event }) => daysGiven(event).every(({ date }) => !isDay(date)));
  expect(new Set(coarse.map(({ event }) => precisionOf(event.date)))).toEqual(new Set(['month', 'year']));
  expect(coarse.filter(({ date }) => isDay(date))).toEqual([]);
  const inTheMonth = milestonesIn(
    { from: '2024-02-02', through: '2024-02-29' },
    { policy: 'every', kinds: eventKinds, includeSevered: true },
  );
  expect(inTheMonth.filter(({ event }) => daysGiven(event).every(({ date }) => !isDay(date)))).toEqual([]);
});

test('China recognised Estonia four days before relations: recognition is announced to those who chose it', () => {
  const days = { from: '2021-09-01', through: '2021-09-30' } as const;
  expect(milestonesOf('CN-EE', days)).toMatchObject([{ date: '2021-09-11', event: { kind: 'established' } }]);
  expect(milestonesOf('CN-EE', days, { kinds: ['established', 'recognised'] })).toMatchObject([
    { date: '2021-09-07', event: { kind: 'recognised' } },
    { date: '2021-09-11', event: { kind: 'established' } },
  ]);
});

test('the first anniversary counts under fives, not under tens', () => {
  const first = on('2025-02-28');
  expect(eventsOf('DO-TO')).toEqual(['established 2024-02-29']);
  expect(milestonesOf('DO-TO', first, { policy: 'fives' })).toMatchObject([{ years: 1 }]);
  expect(milestonesOf('DO-TO', first, { policy: 'tens' })).toEqual([]);
});

test('26 September, with 20 milestones in 2024, comes as one group of one digest', () => {
  const day = on('2024-09-26');
  const { groups } = buildDigest({ on: day.from, coverage: day }, { timelines }, preferencesWith());
  const [first, ...others] = groups;
  expect(first).toMatchObject({ date: '2024-09-26', daysAhead: 0 });
  expect(first?.milestones).toHaveLength(20);
  expect(others.map(({ daysAhead }) => daysAhead)).toEqual([7, 30]);
});

test('a year of daily digests announces what one look at the whole year finds, each lead time once', () => {
  const wished = preferencesWith({ states: ['CN'], leadTimes: [180, 7, 0] });
  const days = Array.from({ length: 366 }, (_, index) => addDays('2024-01-01', index));
  const told = days.flatMap((day) =>
    buildDigest({ on: day, coverage: on(day) }, { timelines }, wished).groups.flatMap(({ milestones }) =>
      milestones.map(({ timeline, event, date, leadTime }) => `${leadTime} ${timeline.pair} ${event.kind} ${date}`),
    ),
  );
  const expected = wished.leadTimes.flatMap((leadTime) =>
    milestonesIn({ from: addDays('2024-01-01', leadTime), through: addDays('2024-12-31', leadTime) }, wished).map(
      ({ timeline, event, date }) => `${leadTime} ${timeline.pair} ${event.kind} ${date}`,
    ),
  );
  expect(told.length).toBeGreaterThan(100);
  expect(told.sort()).toEqual(expected.sort());
});

function on(day: CalendarDate): Span {
  return { from: day, through: day };
}

function milestonesOf(pair: Pair, span: Span, filter: Partial<MilestoneFilter> = {}) {
  return milestonesIn(span, { pairs: [pair], ...filter });
}

function milestonesIn(span: Span, filter: Partial<MilestoneFilter>) {
  return milestonesBetween(timelines, span, preferencesWith(filter));
}

function theTimeline(pair: Pair): Timeline {
  const timeline = byPair.get(pair);
  if (timeline === undefined) throw new Error(`There is no timeline of ${pair}`);
  return timeline;
}

function eventsOf(pair: Pair): string[] {
  return theTimeline(pair).events.map(({ kind, date }) => `${kind} ${date}`);
}
