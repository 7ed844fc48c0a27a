import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, firstDayOf, yearOf } from '../../src/domain/calendar-date.ts';
import { daysObserved } from '../../src/domain/days-observed.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { aDisputedEvent, aTimeline, preferencesWith } from '../support/builders.ts';
import { days, leadTimes } from './arbitraries.ts';

test('a disputed milestone is announced in time for each of its days', () => {
  const apart = fc.integer({ min: -183, max: 183 });
  fc.assert(
    fc.property(
      days,
      fc.array(apart, { maxLength: 3 }),
      fc.integer({ min: 1, max: 60 }),
      leadTimes,
      (date, gaps, years, leads) => {
        const event = aDisputedEvent(date, ...gaps.filter((gap) => gap !== 0).map((gap) => addDays(date, gap)));
        const observed = daysObserved({ event, years }, 'feb28').map((day) => firstDayOf(day.date));
        for (const leadTime of leads) {
          for (const day of observed) {
            const lastChance = addDays(day, -leadTime);
            const due = milestonesDue(
              [aTimeline('AA-BB', event)],
              { from: addDays(lastChance, -400), through: lastChance },
              preferencesWith({ policy: [years], leadTimes: [leadTime], kinds: ['established'] }),
            );
            expect(due.map((milestone) => milestone.years)).toContain(years);
            expect(due.every((milestone) => yearOf(milestone.date) - yearOf(date) - years <= 0)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
