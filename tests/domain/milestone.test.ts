import { UTCDate } from '@date-fns/utc';
import { addYears, format } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { precisionOf } from '../../src/domain/calendar-date.ts';
import { isMilestone, milestonePath, observedIn } from '../../src/domain/milestone.ts';
import { anEvent, aTimeline } from '../support/builders.ts';
import { days, leapDayChoices, partialDates } from './arbitraries.ts';

describe('which anniversaries count', () => {
  test.each([
    ['fives', 'the 1st, then every 5th', [1, 5, 10, 15, 20, 25, 30]],
    ['tens', 'every 10th, not the 1st', [10, 20, 30]],
    ['jubilees', 'every 25th', [25]],
    ['every', 'all', Array.from({ length: 30 }, (_, index) => index + 1)],
    [[7, 29, 70], 'the numbers of one’s own', [7, 29]],
  ] as const)('under %j: %s', (policy, _rule, counted) => {
    const years = Array.from({ length: 31 }, (_, number) => number);
    expect(years.filter((number) => isMilestone(policy, number))).toEqual(counted);
  });

  test('jubilees go on after the hundredth', () => {
    expect([50, 75, 100, 125, 150, 175].every((years) => isMilestone('jubilees', years))).toBe(true);
    expect(isMilestone('jubilees', 110)).toBe(false);
  });

  test('the day of the event is not an anniversary, whatever the policy', () => {
    for (const policy of ['fives', 'tens', 'jubilees', 'every', [0, -5]] as const) {
      expect([0, -5, -25].some((years) => isMilestone(policy, years))).toBe(false);
    }
  });
});

describe('the day on which an anniversary is observed', () => {
  test('an event of 29 February: 28 February in common years, 29 in leap years, 1 March on request', () => {
    expect(observedIn(2023, '2020-02-29', 'feb28')).toBe('2023-02-28');
    expect(observedIn(2024, '2020-02-29', 'feb28')).toBe('2024-02-29');
    expect(observedIn(2023, '2020-02-29', 'mar1')).toBe('2023-03-01');
    expect(observedIn(2024, '2020-02-29', 'mar1')).toBe('2024-02-29');
    expect(observedIn(2100, '1972-02-29', 'feb28')).toBe('2100-02-28');
  });

  test('a month stays a month and a year a year', () => {
    expect(observedIn(2020, '1990-04', 'feb28')).toBe('2020-04');
    expect(observedIn(2024, '1972-02', 'mar1')).toBe('2024-02');
    expect(observedIn(2020, '1990', 'feb28')).toBe('2020');
  });

  test('for any day, it is that of date-fns, counted from the original date', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 350 }), (origin, years) => {
        const year = Number(origin.slice(0, 4)) + years;
        const reference = format(addYears(new UTCDate(origin), years), 'yyyy-MM-dd');
        expect(observedIn(year, origin, 'feb28')).toBe(reference);
        const moved = origin.endsWith('-02-29') && reference.endsWith('-02-28');
        expect(observedIn(year, origin, 'mar1')).toBe(moved ? `${year}-03-01` : reference);
      }),
      { numRuns: 500 },
    );
  });

  test('for any date, it is as precise as the event', () => {
    fc.assert(
      fc.property(partialDates, fc.integer({ min: 1750, max: 2100 }), leapDayChoices, (origin, year, leapDay) => {
        expect(precisionOf(observedIn(year, origin, leapDay))).toBe(precisionOf(origin));
      }),
    );
  });
});

test('the calendar file of a milestone is served under its pair, act and number of years', () => {
  const event = anEvent('resumed', '1994-01-12');
  expect(milestonePath({ timeline: aTimeline('CN-LS', event), event, years: 30 })).toBe(
    '/milestones/CN-LS/1994-01-12-resumed-30.ics',
  );
});
