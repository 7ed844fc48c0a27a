import { describe, expect, test } from 'vitest';
import { eventKinds } from '../../src/domain/relation-event.ts';
import type { Catalogue } from '../../src/wording/catalogue.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { preferencesWith } from '../support/builders.ts';

const { dates, milestones, digests } = wordingIn('en');

describe('a milestone is titled', () => {
  test.each([
    ['established', '30th anniversary of the establishment of diplomatic relations'],
    ['resumed', '30th anniversary of the resumption of diplomatic relations'],
    ['upgraded', '30th anniversary of the upgrading of diplomatic relations'],
    ['recognised', '30th anniversary of recognition'],
    ['consular', '30th anniversary of the establishment of consular relations'],
    ['severed', '30 years since relations were broken off'],
  ] as const)('when %s: %s', (kind, title) => {
    expect(milestones.title({ kind, years: 30, note: '' })).toBe(title);
  });

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [42, '42nd'],
    [53, '53rd'],
    [100, '100th'],
    [111, '111th'],
    [113, '113th'],
    [121, '121st'],
  ])('the %i years as the %s', (years, ordinal) => {
    expect(milestones.title({ kind: 'established', years, note: '' })).toMatch(new RegExp(`^${ordinal} anniversary`));
  });

  test('with the predecessor that acted', () => {
    expect(milestones.title({ kind: 'established', years: 75, note: 'as Soviet Union' })).toBe(
      '75th anniversary of the establishment of diplomatic relations (as Soviet Union)',
    );
  });

  test('with the levels that were raised', () => {
    const note = "charge d'affaires raised to ambassador";
    expect(milestones.title({ kind: 'upgraded', years: 50, note })).toBe(
      '50th anniversary of the upgrading of diplomatic relations (chargé d’affaires raised to ambassador)',
    );
  });
});

test('a break is never called an anniversary, and one year is one year', () => {
  expect(milestones.title({ kind: 'severed', years: 1, note: '' })).toBe('1 year since relations were broken off');
  expect(milestones.brief({ kind: 'severed', years: 40 })).toBe('40 years since relations were broken off');
});

test('in brief every kind has its own words', () => {
  expect(new Set(eventKinds.map((kind) => milestones.brief({ kind, years: 5 }))).size).toBe(eventKinds.length);
});

describe('a date', () => {
  test.each([
    ['1994-01-12', '12 January 1994'],
    ['1990-04', 'April 1990'],
    ['1990', '1990'],
    ['0999-02-03', '3 February 999'],
  ] as const)('%s is written as precisely as it is known: %s', (date, written) => {
    expect(dates.date(date)).toBe(written);
  });

  test('has its weekday, whatever the zone of the machine', () => {
    expect(dates.dayWithWeekday('2024-01-12')).toBe('Friday 12 January 2024');
    expect(dates.dayWithWeekday('2024-02-29')).toBe('Thursday 29 February 2024');
  });

  test('without its day is announced for the month or the year', () => {
    expect(dates.observed('2024-04')).toBe('In April 2024 (day not recorded)');
    expect(dates.observed('2024')).toBe('In 2024 (day and month not recorded)');
  });
});

describe('sources that differ', () => {
  test.each([
    [['1993-10-12', '1993-10-21'], 'Sources differ: 12 or 21 October 1993'],
    [['1948-05-15', '1948-05-17', '1948-05-26'], 'Sources differ: 15, 17 or 26 May 1948'],
    [['1990-04-30', '1990-05-01'], 'Sources differ: 30 April 1990 or 1 May 1990'],
    [['1980', '1981-02', '1981-02-03'], 'Sources differ: 1980, February 1981 or 3 February 1981'],
  ] as const)('over %j get this sentence', (differing, sentence) => {
    expect(milestones.sourcesDiffer(differing)).toBe(sentence);
  });
});

describe('the days that a digest covers', () => {
  test.each([
    ['2024-01-03', '2024-01-05', '3 to 5 January 2024'],
    ['2024-01-30', '2024-02-02', '30 January to 2 February 2024'],
    ['2023-12-30', '2024-01-02', '30 December 2023 to 2 January 2024'],
    ['2024-01-05', '2024-01-05', '5 January 2024'],
  ] as const)('from %s through %s are written %s', (from, through, days) => {
    expect(digests.coversLate({ from, through })).toBe(`This digest is late: it covers ${days}.`);
  });
});

describe('a group is headed', () => {
  test.each([
    [0, 'Today'],
    [1, 'Tomorrow'],
    [7, 'In 7 days'],
    [-1, 'Yesterday'],
    [-3, '3 days ago'],
  ])('%i days from the digest: %s', (daysAhead, when) => {
    expect(digests.when('2024-01-12', daysAhead)).toBe(when);
  });

  test('by its month or year, never by a number of days, when the day is not recorded', () => {
    expect(digests.when('2024-04', 30)).toBe('In April 2024 (day not recorded)');
  });
});

describe('the footer shows', () => {
  test.each([
    [preferencesWith(), 'all states'],
    [preferencesWith({ states: ['CN'], pairs: ['LS-ZA'] }), 'China and Lesotho – South Africa'],
    [preferencesWith({ states: Array(20).fill('CN') }), `${Array(12).fill('China').join(', ')} and 8 more`],
  ])('the states and pairs that the reader follows', (preferences, followed) => {
    expect(digests.footer.follows(preferences)).toBe(`Following: ${followed}`);
  });

  test.each([
    ['fives', 'the 1st and every 5th anniversary'],
    ['tens', 'every 10th anniversary'],
    ['jubilees', 'every 25th anniversary'],
    ['every', 'every anniversary'],
    [[1, 7, 70], '1st, 7th and 70th anniversary'],
  ] as const)('which anniversaries count under %j', (policy, counting) => {
    expect(digests.footer.policy(policy)).toBe(`Milestones: ${counting}`);
  });

  test.each([
    [[0], 'on the day'],
    [[1], 'the day before'],
    [[0, 7, 30], '30 and 7 days ahead, and on the day'],
    [[7, 1, 0], '7 days ahead, the day before, and on the day'],
    [[30, 7, 1], '30 and 7 days ahead, and the day before'],
  ])('the notice of %j', (leadTimes, notice) => {
    expect(digests.footer.leadTimes(leadTimes)).toBe(`Notice: ${notice}`);
  });

  test.each([
    ['daily', 'every day at 08:00 (UTC)'],
    ['weekly', 'every Monday at 08:00 (UTC)'],
    ['monthly', 'on the 1st of every month at 08:00 (UTC)'],
  ] as const)('when a %s digest goes out', (frequency, schedule) => {
    expect(digests.footer.schedule(preferencesWith({ frequency }))).toBe(`Digest: ${schedule}`);
  });
});

test('a catalogue with a message missing or too many does not compile', () => {
  const english = wordingIn('en');
  const { masthead: _, ...others } = english.digests;
  // @ts-expect-error: the masthead is missing
  const missing: Catalogue = { ...english, digests: others };
  // @ts-expect-error: there is no such message
  const tooMany: Catalogue = { ...english, greeting: 'Hello' };
  expect([missing, tooMany]).toHaveLength(2);
});
