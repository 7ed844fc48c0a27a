import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate, firstDayOf, yearOf } from '../../src/domain/calendar-date.ts';
import { daysGiven } from '../../src/domain/days-given.ts';
import { daysObserved } from '../../src/domain/days-observed.ts';
import { milestonesBetween, milestonesDue } from '../../src/domain/milestones-due.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { anEvent, aTimeline, preferencesWith } from '../support/builders.ts';
import { days, leadTimes } from './arbitraries.ts';

const disputed = (date: CalendarDate, ...others: CalendarDate[]): RelationEvent =>
  anEvent('established', date, {
    evidence: 'disputed',
    sources: ['mfa-hr'],
    alternatives: others.map((other, index) => ({ kind: 'established', date: other, sources: [`other-${index}`] })),
  });

const croatiaPoland = disputed('1992-04-11', '1992-04-10');

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
  expect(daysObserved({ event: disputed(date, other), years: 30 }, 'feb28').map((day) => day.date)).toEqual(expected);
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

test('a disputed milestone is announced in time for each of its days', () => {
  const apart = fc.integer({ min: -183, max: 183 });
  fc.assert(
    fc.property(
      days,
      fc.array(apart, { maxLength: 3 }),
      fc.integer({ min: 1, max: 60 }),
      leadTimes,
      (date, gaps, years, leads) => {
        const event = disputed(date, ...gaps.filter((gap) => gap !== 0).map((gap) => addDays(date, gap)));
        const observed = daysObserved({ event, years }, 'feb28').map((day) => firstDayOf(day.date));
        for (const leadTime of leads) {
          for (const day of observed) {
            const lastChance = addDays(day, -leadTime);
            const told = milestonesDue(
              [aTimeline('AA-BB', event)],
              { from: addDays(lastChance, -400), through: lastChance },
              preferencesWith({ policy: [years], leadTimes: [leadTime], kinds: ['established'] }),
            );
            expect(told.map((milestone) => milestone.years)).toContain(years);
            expect(told.every((milestone) => yearOf(milestone.date) - yearOf(date) - years <= 0)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
