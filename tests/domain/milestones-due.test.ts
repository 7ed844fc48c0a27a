import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { follows, milestonesBetween, milestonesDue } from '../../src/domain/milestones-due.ts';
import type { MilestoneFilter, Preferences } from '../../src/domain/preferences.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { aDisputedEvent, anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const franceChina = aTimeline('CN-FR', anEvent('established', '1964-01-27'));

describe('a milestone under the default policy', () => {
  test.each([
    ['is the first anniversary', '1965-01-27', [1]],
    ['is every fifth anniversary', '2024-01-27', [60]],
    ['is not every other year', '2023-01-27', []],
    ['is not the day of the event itself', '1964-01-27', []],
    ['is not a year before the event', '1959-01-27', []],
    ['is not the day before', '2024-01-26', []],
    ['is not the day after', '2024-01-28', []],
  ] as const)('%s', (_rule, date, years) => {
    expect(milestonesOn(date, [franceChina]).map((milestone) => milestone.years)).toEqual(years);
  });
});

describe('lead times', () => {
  test('China and Lesotho are announced 30 days, 7 days and 0 days ahead, and on no other day', () => {
    const told = [
      '2023-12-12',
      '2023-12-13',
      '2024-01-04',
      '2024-01-05',
      '2024-01-06',
      '2024-01-12',
      '2024-01-13',
    ] as const;
    expect(told.map((day) => dueOn(day, [chinaLesotho]).map(({ leadTime }) => leadTime))).toEqual([
      [],
      [30],
      [],
      [7],
      [],
      [0],
      [],
    ]);
  });

  test('a milestone can be announced 550 days ahead, into the year after next', () => {
    const [milestone] = dueOn('2022-07-11', [chinaLesotho], { leadTimes: [550] });
    expect(milestone).toMatchObject({ date: '2024-01-12', years: 30, leadTime: 550 });
  });

  test('one that is due at several lead times at once is announced once, with the longest', () => {
    const span = { from: '2024-01-01', through: '2024-01-31' } as const;
    const due = milestonesDue([chinaLesotho], span, preferencesWith({ leadTimes: [0, 7, 3] }));
    expect(due.map(({ date, leadTime }) => [date, leadTime])).toEqual([['2024-01-12', 7]]);
  });

  test('one event can be due twice in a long span, for two of its years', () => {
    const span = { from: '2022-01-01', through: '2024-12-31' } as const;
    const due = milestonesBetween([franceChina], span, preferencesWith({ policy: 'every' }));
    expect(due.map(({ date, years }) => [date, years])).toEqual([
      ['2022-01-27', 58],
      ['2023-01-27', 59],
      ['2024-01-27', 60],
    ]);
  });

  test('a span of years ends with its last day', () => {
    const span = { from: '2022-01-01', through: '2024-01-26' } as const;
    const years = (milestones: readonly Milestone[]) => milestones.map((milestone) => milestone.years);
    const every = preferencesWith({ policy: 'every', leadTimes: [0] });
    expect(years(milestonesBetween([franceChina], span, every))).toEqual([58, 59]);
    expect(years(milestonesDue([franceChina], span, every))).toEqual([58, 59]);
  });

  test('without lead times nothing is due', () => {
    expect(dueOn('2024-01-12', [chinaLesotho], { leadTimes: [] })).toEqual([]);
  });

  test('a span that ends before it begins has no milestones', () => {
    const span = { from: '2024-01-13', through: '2024-01-11' } as const;
    expect(milestonesBetween([chinaLesotho], span, preferencesWith())).toEqual([]);
  });
});

describe('an act known by month or year', () => {
  const inApril = aTimeline('AA-BB', anEvent('established', '1990-04'));
  const in1974 = aTimeline('AA-CC', anEvent('established', '1974'));

  test('a month-precise milestone is announced for the month, its lead time counted to the 1st', () => {
    expect(dueOn('2020-03-25', [inApril])).toMatchObject([{ date: '2020-04', years: 30, leadTime: 7 }]);
    expect(dueOn('2020-04-01', [inApril])).toMatchObject([{ date: '2020-04', years: 30, leadTime: 0 }]);
    expect(dueOn('2020-04-02', [inApril])).toEqual([]);
  });

  test('a year-precise milestone is announced for the year, its lead time counted to 1 January', () => {
    expect(dueOn('2023-12-02', [in1974])).toMatchObject([{ date: '2024', years: 50, leadTime: 30 }]);
    expect(dueOn('2024-01-02', [in1974])).toEqual([]);
  });

  test('on the 1st, days stand before months and months before years', () => {
    const onNewYear = aTimeline('AA-DD', anEvent('established', '1999-01-01'));
    const inJanuary = aTimeline('AA-EE', anEvent('established', '1964-01'));
    const found = milestonesOn('2024-01-01', [in1974, inJanuary, onNewYear]);
    expect(found.map(({ date }) => date)).toEqual(['2024-01-01', '2024-01', '2024']);
  });
});

test('of recognition and establishment on different days, recognition is announced only to those who chose it', () => {
  const timeline = aTimeline('CN-EE', anEvent('recognised', '1991-09-07'), anEvent('established', '1991-09-11'));
  expect(milestonesOn('2021-09-07', [timeline])).toEqual([]);
  expect(milestonesOn('2021-09-11', [timeline])).toMatchObject([{ years: 30, event: { kind: 'established' } }]);
  expect(milestonesOn('2021-09-07', [timeline], { kinds: ['recognised'] })).toMatchObject([{ years: 30 }]);
});

describe('the order', () => {
  test('is soonest first, then the longest relations, then by pair', () => {
    const timelines = [
      aTimeline('CC-DD', anEvent('established', '1994-03-02')),
      aTimeline('AA-DD', anEvent('established', '1994-03-02')),
      aTimeline('AA-BB', anEvent('established', '1999-03-02')),
      aTimeline('BB-CC', anEvent('established', '1974-03-02')),
      aTimeline('AA-CC', anEvent('established', '2019-03-01')),
    ];
    const found = milestonesBetween(timelines, { from: '2024-03-01', through: '2024-03-02' }, preferencesWith());
    expect(found.map(({ timeline }) => timeline.pair)).toEqual(['AA-CC', 'BB-CC', 'AA-DD', 'CC-DD', 'AA-BB']);
  });

  test('does not depend on the order of the timelines', () => {
    const timelines = [chinaLesotho, franceChina];
    const span = { from: '2024-01-01', through: '2024-01-31' } as const;
    const found = milestonesBetween(timelines, span, preferencesWith());
    expect(milestonesBetween([...timelines].reverse(), span, preferencesWith())).toEqual(found);
    expect(found.map(({ timeline }) => timeline.pair)).toEqual(['CN-LS', 'CN-FR']);
  });
});

test('two acts of one pair that are observed on one day stand by kind, then by date', () => {
  const timeline = aTimeline(
    'CN-FR',
    anEvent('upgraded', '1964-02-28'),
    anEvent('established', '1964-02-29'),
    anEvent('established', '1964-02-28'),
  );
  const found = milestonesOn('2023-02-28', [timeline], { policy: 'every' });
  expect(found.map(({ event }) => `${event.kind} ${event.date}`)).toEqual([
    'established 1964-02-28',
    'established 1964-02-29',
    'upgraded 1964-02-28',
  ]);
});

test('an act of a predecessor that is not continued has milestones only where they are asked for', () => {
  const former = aTimeline('CN-FR', anEvent('established', '1914-01-27', { isDiscontinued: true }));
  expect(milestonesOn('2024-01-27', [former])).toEqual([]);
  expect(milestonesOn('2024-01-27', [former], { includeDiscontinued: true })).toMatchObject([{ years: 110 }]);
});

describe('of 29 February and the day beside it, of which no source knows which it was', () => {
  const between = ([date, other]: readonly [CalendarDate, CalendarDate]) =>
    milestonesBetween(
      [aTimeline('CN-FR', aDisputedEvent(date, other))],
      { from: '2022-01-01', through: '2022-12-31' },
      preferencesWith({ policy: 'every' }),
    ).map(({ date }) => date);

  test.each([
    [['1992-02-29', '1992-02-28'], ['2022-02-28']],
    [['1992-02-29', '1992-03-01'], ['2022-03-01']],
    [
      ['1992-02-29', '1992-02-27'],
      ['2022-02-27', '2022-02-28'],
    ],
  ] as const)('%s show %s', (dates, shown) => {
    expect(between(dates)).toEqual(shown);
  });
});

describe('a reader follows', () => {
  test('the whole world, when no state and no pair is chosen', () => {
    expect(follows({ states: [], pairs: [] }, 'CN-LS')).toBe(true);
  });

  test('all partners of a chosen state, as either party', () => {
    expect(follows({ states: ['LS'], pairs: [] }, 'CN-LS')).toBe(true);
    expect(follows({ states: ['CN'], pairs: [] }, 'CN-LS')).toBe(true);
    expect(follows({ states: ['FR'], pairs: [] }, 'CN-LS')).toBe(false);
  });

  test('a chosen pair and nobody else', () => {
    expect(follows({ states: [], pairs: ['CN-LS'] }, 'CN-LS')).toBe(true);
    expect(follows({ states: [], pairs: ['CN-LS'] }, 'CN-FR')).toBe(false);
  });

  test('states and pairs together', () => {
    expect(follows({ states: ['FR'], pairs: ['CN-LS'] }, 'CN-LS')).toBe(true);
    expect(follows({ states: ['FR'], pairs: ['CN-LS'] }, 'CN-FR')).toBe(true);
    expect(follows({ states: ['FR'], pairs: ['CN-LS'] }, 'CN-DE')).toBe(false);
  });

  test('and no other pair', () => {
    expect(milestonesOn('2024-01-27', [franceChina], { states: ['LS'] })).toEqual([]);
    expect(milestonesOn('2024-01-27', [franceChina], { states: ['FR'] })).toHaveLength(1);
  });
});

describe('while a pair is severed', () => {
  const broken = aTimeline('CN-XX', anEvent('established', '1964-01-27'), anEvent('severed', '2019-09-16'));

  test('its happy anniversaries are silent, unless asked for', () => {
    expect(milestonesOn('2024-01-27', [broken])).toEqual([]);
    expect(milestonesOn('2024-01-27', [broken], { includeSevered: true })).toMatchObject([{ years: 60 }]);
  });

  test('the anniversary of the break is announced to those who chose breaks', () => {
    expect(milestonesOn('2024-09-16', [broken])).toEqual([]);
    expect(milestonesOn('2024-09-16', [broken], { kinds: ['severed'] })).toMatchObject([{ years: 5 }]);
  });

  test('what counts is the day of the anniversary, not the day of the digest', () => {
    const resumes = aTimeline('AA-BB', ...broken.events, anEvent('resumed', '2024-01-20'));
    expect(dueOn('2024-01-20', [resumes], { leadTimes: [7] }).map(({ date }) => date)).toEqual(['2024-01-27']);
    expect(dueOn('2019-09-01', [broken], { leadTimes: [365], policy: 'every', kinds: ['established'] })).toEqual([]);
    const announced = dueOn('2018-09-29', [broken], { leadTimes: [120], policy: 'every' });
    expect(announced.map(({ date }) => date)).toEqual(['2019-01-27']);
  });

  test('a state that has ended is treated alike', () => {
    const soviet = { ...aTimeline('IE-SU', anEvent('established', '1973-09-29')), ended: '1991-12-26' } as const;
    expect(milestonesOn('2023-09-29', [soviet])).toEqual([]);
    expect(milestonesOn('2023-09-29', [soviet], { includeSevered: true })).toMatchObject([{ years: 50 }]);
    expect(milestonesOn('1988-09-29', [soviet])).toMatchObject([{ years: 15 }]);
  });
});

function milestonesOn(
  day: CalendarDate,
  timelines: readonly Timeline[],
  filter: Partial<MilestoneFilter> = {},
): Milestone[] {
  return milestonesBetween(timelines, { from: day, through: day }, preferencesWith(filter));
}

function dueOn(day: CalendarDate, timelines: readonly Timeline[], preferences: Partial<Preferences> = {}) {
  return milestonesDue(timelines, { from: day, through: day }, preferencesWith(preferences));
}
