import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { agreedDate, daysCounted, daysGiven } from '../../src/domain/days-given.ts';
import { daysObserved } from '../../src/domain/days-observed.ts';
import { milestonesBetween, milestonesDue } from '../../src/domain/milestones-due.ts';
import { aDisputedEvent, anEvent, aTimeline, preferencesWith } from '../support/builders.ts';

const croatiaPoland = aDisputedEvent('1992-04-11', '1992-04-10');

test('each day is named with the sources that give it, the earliest first', () => {
  expect(daysGiven(croatiaPoland)).toEqual([
    { date: '1992-04-10', sources: ['other-0'] },
    { date: '1992-04-11', sources: ['mfa-hr'] },
  ]);
});

test('a listed date is one day, whatever else is on file', () => {
  expect(daysGiven({ ...croatiaPoland, evidence: 'listed' })).toEqual([{ date: '1992-04-11', sources: ['mfa-hr'] }]);
});

test('an unconfirmed date is named beside the others, each with all its sources; a coarser form of it is none', () => {
  const alternatives = [
    { kind: 'established', date: '1992-04', sources: ['list'] },
    { kind: 'established', date: '1992-05', sources: ['forum'] },
    { kind: 'established', date: '1992-05-01', sources: ['agency'] },
    { kind: 'recognised', date: '1992-05', sources: ['weekly'] },
  ] as const;
  expect(daysGiven({ ...croatiaPoland, evidence: 'unconfirmed', alternatives })).toEqual([
    { date: '1992-04-11', sources: ['mfa-hr'] },
    { date: '1992-05-01', sources: ['agency'] },
    { date: '1992-05', sources: ['forum', 'weekly'] },
  ]);
});

test.each([
  ['1992-04-11', '1992-04-10', '1992-04'],
  ['1992-04-11', '1992-05-10', '1992'],
  ['1992-04-11', '1991-04-11', undefined],
] as const)('%s and %s agree on %s', (date, other, agreed) => {
  expect(agreedDate(aDisputedEvent(date, other))).toBe(agreed);
});

test('days of two years belong to one count up to half a year apart, and a month of another year never does', () => {
  const counted = (other: PartialDate) =>
    daysCounted(
      anEvent('established', '1992-01-01', {
        evidence: 'disputed',
        alternatives: [{ kind: 'established', date: other, sources: ['other'] }],
      }),
    ).length;
  expect((['1991-07-02', '1991-07-01', '1991-12', '1992-12'] as const).map(counted)).toEqual([2, 1, 1, 2]);
});

test('milestones end with the year 9999', () => {
  const dates = (years: number) => daysObserved({ event: croatiaPoland, years }, 'feb28').map(({ date }) => date);
  expect(dates(8007)).toEqual(['9999-04-10', '9999-04-11']);
  expect(dates(8008)).toEqual([]);
});

test.each([
  ['lie in one year', '1992-01-05', '1992-11-20', ['2022-01-05', '2022-11-20']],
  ['lie on the two sides of a New Year', '1992-01-02', '1991-12-31', ['2021-12-31', '2022-01-02']],
  ['count another year', '1992-04-11', '1972-04-10', ['2022-04-11']],
] as const)('the 30th anniversary may fall on the days that %s', (_rule, date, other, expected) => {
  expect(daysObserved({ event: aDisputedEvent(date, other), years: 30 }, 'feb28').map((day) => day.date)).toEqual(
    expected,
  );
});

test('a digest announces a disputed milestone once, counted from its earliest day; lists have it on each day', () => {
  const april = { from: '2022-04-01', through: '2022-04-30' } as const;
  const timeline = aTimeline('HR-PL', croatiaPoland);
  expect(milestonesBetween([timeline], april, preferencesWith()).map(({ date }) => date)).toEqual([
    '2022-04-10',
    '2022-04-11',
  ]);
  const due = milestonesDue([timeline], april, preferencesWith({ leadTimes: [0] }));
  expect(due.map(({ date }) => date)).toEqual(['2022-04-10']);
});
