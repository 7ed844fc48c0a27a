import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import {
  buildDigest,
  dispatchOn,
  endOfPeriod,
  findDigestPeriod,
  hasContent,
  isDigestDay,
} from '../../src/domain/digest.ts';
import { anEvent, aSubscriber, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const mondays = preferencesWith({ frequency: 'weekly', weekday: 'monday' });
const monthly = preferencesWith({ frequency: 'monthly' });

describe('a digest goes out', () => {
  test.each([
    ['daily: every day', preferencesWith(), ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-08']],
    ['weekly: on the chosen weekday', mondays, ['2024-01-01', '2024-01-08']],
    ['monthly: on the 1st, whatever the weekday', { ...monthly, weekday: 'friday' }, ['2024-01-01']],
  ] as const)('%s', (_rule, preferences, digestDays) => {
    const dates = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-08'] as const;
    expect(dates.filter((date) => isDigestDay(date, preferences))).toEqual(digestDays);
  });

  test('for the day, the seven days or the month that begins', () => {
    expect(endOfPeriod('2024-02-01', preferencesWith())).toBe('2024-02-01');
    expect(endOfPeriod('2024-02-26', mondays)).toBe('2024-03-03');
    expect(endOfPeriod('2024-02-01', monthly)).toBe('2024-02-29');
    expect(endOfPeriod('2024-12-01', monthly)).toBe('2024-12-31');
  });
});

describe('a digest covers', () => {
  test('its own day, day after day', () => {
    expect(covered(preferencesWith(), '2024-01-05')).toEqual(['2024-01-05', '2024-01-05', '2024-01-05']);
  });

  test('its week, or its month of any length', () => {
    expect(covered(mondays, '2024-01-08')).toEqual(['2024-01-08', '2024-01-08', '2024-01-14']);
    expect(covered(monthly, '2024-02-01')).toEqual(['2024-02-01', '2024-02-01', '2024-02-29']);
    expect(covered(monthly, '2024-03-01')).toEqual(['2024-03-01', '2024-03-01', '2024-03-31']);
  });

  test('nothing when no digest day has come', () => {
    expect(covered(mondays, '2024-01-09')).toBeUndefined();
    expect(covered(monthly, '2024-01-31')).toBeUndefined();
    expect(covered(preferencesWith())).toBeUndefined();
  });

  test('all overdue days in one, after an outage', () => {
    expect(covered(preferencesWith(), '2024-01-05', '2024-01-06', '2024-01-07')).toEqual([
      '2024-01-07',
      '2024-01-05',
      '2024-01-07',
    ]);
    expect(covered(mondays, '2024-01-07', '2024-01-08', '2024-01-09', '2024-01-15', '2024-01-16')).toEqual([
      '2024-01-15',
      '2024-01-08',
      '2024-01-21',
    ]);
  });
});

describe('the first digest', () => {
  // Confirmed on Wednesday, 3 January 2024, at 10:00
  const confirmed = { coveredThrough: '2024-01-02', scheduledSince: '2024-01-03T10:00:00.000Z' } as const;

  test.each([
    [
      'the same day, when the hour is still to come',
      { hour: 20 },
      '2024-01-03',
      ['2024-01-03', '2024-01-03', '2024-01-03'],
    ],
    ['the next day otherwise, for both days', { hour: 8 }, '2024-01-04', ['2024-01-04', '2024-01-03', '2024-01-04']],
    [
      'on the weekday of choice, for the days since too',
      mondays,
      '2024-01-08',
      ['2024-01-08', '2024-01-03', '2024-01-14'],
    ],
    ['on the 1st, for the days since too', monthly, '2024-02-01', ['2024-02-01', '2024-01-03', '2024-02-29']],
  ] as const)('comes %s', (_when, wished, served, expected) => {
    const subscriber = aSubscriber({ ...confirmed, preferences: preferencesWith(wished) });
    expect(flat(findDigestPeriod(subscriber, [served]))).toEqual(expected);
  });

  test('is not sent for an hour that passed before confirmation, even if planned later', () => {
    const subscriber = aSubscriber({ ...confirmed, preferences: preferencesWith({ hour: 10 }) });
    expect(
      findDigestPeriod({ ...subscriber, scheduledSince: '2024-01-03T10:00:02.000Z' }, ['2024-01-03']),
    ).toBeUndefined();
    expect(flat(findDigestPeriod(subscriber, ['2024-01-03']))).toEqual(['2024-01-03', '2024-01-03', '2024-01-03']);
  });

  test('covers nothing from before confirmation, even after an outage', () => {
    const subscriber = aSubscriber({ ...confirmed, preferences: preferencesWith() });
    const served = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'] as const;
    expect(flat(findDigestPeriod(subscriber, served))).toEqual(['2024-01-05', '2024-01-03', '2024-01-05']);
  });

  test('is followed by one that covers its own days alone', () => {
    const subscriber = aSubscriber({ ...confirmed, preferences: mondays });
    expect(flat(findDigestPeriod(subscriber, ['2024-01-15']))).toEqual(['2024-01-15', '2024-01-15', '2024-01-21']);
  });
});

describe('where days are covered already', () => {
  const toldOfJanuary = { coveredThrough: '2024-01-31', scheduledSince: '2024-01-10T12:00:00.000Z' } as const;

  test('no digest goes out', () => {
    expect(
      findDigestPeriod(aSubscriber({ ...toldOfJanuary, preferences: preferencesWith() }), ['2024-01-31']),
    ).toBeUndefined();
    expect(findDigestPeriod(aSubscriber({ ...toldOfJanuary, preferences: mondays }), ['2024-01-22'])).toBeUndefined();
  });

  test('a digest is for the first uncovered day of its period, so that no two are for one date', () => {
    const subscriber = aSubscriber({ ...toldOfJanuary, preferences: mondays });
    expect(flat(findDigestPeriod(subscriber, ['2024-01-29']))).toEqual(['2024-02-01', '2024-02-01', '2024-02-04']);
  });
});

describe('a digest announces the changes of the data', () => {
  const changesIn = (schedule: Parameters<typeof aSubscriber>[0], ...served: readonly CalendarDate[]) =>
    findDigestPeriod(aSubscriber(schedule), served)?.changeSpan;
  const confirmedLongAgo = { coveredThrough: '2023-06-30', scheduledSince: '2023-01-01T00:00:00.000Z' } as const;

  test.each([
    ['of its day', preferencesWith(), '2024-01-08', '2024-01-08'],
    ['of the week that has passed', mondays, '2024-01-08', '2024-01-02'],
    ['of the month that has passed', monthly, '2024-01-01', '2023-12-02'],
  ] as const)('%s', (_rule, preferences, on, from) => {
    expect(changesIn({ ...confirmedLongAgo, preferences }, on)).toEqual({ from, through: on });
  });

  test('that no digest has announced, even if the days are covered', () => {
    const preferences = mondays;
    expect(changesIn({ ...confirmedLongAgo, preferences, changesToldThrough: '2024-01-04' }, '2024-01-08')).toEqual({
      from: '2024-01-05',
      through: '2024-01-08',
    });
  });

  test('since the last that the earlier schedule announced, if it is the first of another', () => {
    const schedule = { coveredThrough: '2024-01-07', changesToldThrough: '2023-12-20' } as const;
    const begun = { ...schedule, scheduledSince: '2024-01-04T00:00:00.000Z' } as const;
    expect(changesIn({ ...begun, preferences: mondays }, '2024-01-08')).toEqual({
      from: '2023-12-21',
      through: '2024-01-08',
    });
  });
});

describe('a digest', () => {
  const timelines = [
    chinaLesotho,
    aTimeline('CN-FR', anEvent('established', '1964-01-12')),
    aTimeline('AA-BB', anEvent('established', '1999-01-05')),
    aTimeline('AA-CC', anEvent('established', '1994-02')),
  ];

  test('groups its milestones by date, and counts the days from its own', () => {
    const digest = buildDigest(
      { on: '2024-01-05', coverage: { from: '2024-01-05', through: '2024-01-05' } },
      { timelines },
      preferencesWith({ leadTimes: [27, 7, 0] }),
    );
    const groups = digest.groups.map(({ date, daysAhead, milestones }) => [
      date,
      daysAhead,
      milestones.map(({ timeline }) => timeline.pair),
    ]);
    expect(groups).toEqual([
      ['2024-01-05', 0, ['AA-BB']],
      ['2024-01-12', 7, ['CN-FR', 'CN-LS']],
      ['2024-02', 27, ['AA-CC']],
    ]);
  });

  test('that goes out on another day counts from that day', () => {
    const planned = { on: '2024-01-12', coverage: { from: '2024-01-11', through: '2024-01-12' } } as const;
    const [group] = buildDigest(
      { ...planned, today: '2024-01-14' },
      { timelines: [chinaLesotho] },
      preferencesWith({ leadTimes: [0] }),
    ).groups;
    expect(group?.daysAhead).toBe(-2);
  });

  test('holds the corrections of its span, and with one of them has content', () => {
    const planned = { on: '2024-01-08', coverage: { from: '2024-01-08', through: '2024-01-08' } } as const;
    const after = { kind: 'resumed', date: '1994-01-12', evidence: 'official' } as const;
    const release = { release: '2024.1.7', pair: 'CN-LS', what: 'new', reason: 'A source.', sources: [] } as const;
    const changes = [{ timeline: chinaLesotho, appliedOn: '2024-01-08', change: { ...release, after } }] as const;
    const occasion = { ...planned, changeSpan: planned.coverage };
    const digest = buildDigest(occasion, { timelines: [], changes }, preferencesWith());
    expect(digest.corrections.map(({ timeline }) => timeline.pair)).toEqual(['CN-LS']);
    expect(hasContent(digest)).toBe(true);
    expect(hasContent(buildDigest(occasion, { timelines: [] }, preferencesWith()))).toBe(false);
    const due = buildDigest(planned, { timelines: [chinaLesotho] }, preferencesWith({ leadTimes: [4] }));
    expect(hasContent(due)).toBe(true);
  });

  test('is empty when nothing is due', () => {
    const planned = { on: '2024-01-08', coverage: { from: '2024-01-08', through: '2024-01-08' } } as const;
    expect(buildDigest(planned, { timelines }, preferencesWith())).toEqual({
      ...planned,
      isLate: false,
      groups: [],
      corrections: [],
    });
  });

  test.each([
    ['on time on its first day', '2024-01-05', '2024-01-01', false],
    ['late once a day of it is over', '2024-01-06', '2024-01-01', true],
    ['not late when it is the first and reaches back to the confirmation', '2024-01-06', '2024-01-04', false],
  ] as const)('is %s', (_rule, today, coveredThrough, isLate) => {
    const coverage = { from: '2024-01-05', through: '2024-01-06' } as const;
    expect(dispatchOn(today, { coverage }, { coveredThrough })).toEqual({ today, isLate });
  });
});

function covered(preferences: ReturnType<typeof preferencesWith>, ...served: readonly CalendarDate[]) {
  return flat(findDigestPeriod(aSubscriber({ preferences }), served));
}

function flat(digest: ReturnType<typeof findDigestPeriod>) {
  return digest && [digest.on, digest.coverage.from, digest.coverage.through];
}
