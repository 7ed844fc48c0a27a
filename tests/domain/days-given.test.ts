import { expect, test } from 'vitest';
import { daysGiven } from '../../src/domain/days-given.ts';
import { daysObserved } from '../../src/domain/days-observed.ts';
import { milestonesBetween, milestonesDue } from '../../src/domain/milestones-due.ts';
import { aDisputedEvent, aTimeline, preferencesWith } from '../support/builders.ts';

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
