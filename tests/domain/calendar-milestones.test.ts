import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import { calendarMilestones, MAX_MILESTONES } from '../../src/domain/calendar-milestones.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const every = preferencesWith({ policy: 'every' });

const datesOf = (today: '2026-01-01' | '2026-12-31', years: number) =>
  calendarMilestones([chinaLesotho], preferencesWith({ kinds: ['resumed'], policy: 'every' }), {
    today,
    years,
  }).milestones.map(({ date }) => date);

describe('a calendar', () => {
  test('goes from New Year of last year to the end of the years asked for, on every day of the year', () => {
    const dates = ['2025-01-12', '2026-01-12', '2027-01-12'];
    expect(datesOf('2026-01-01', 2)).toEqual(dates);
    expect(datesOf('2026-12-31', 2)).toEqual(dates);
    expect(datesOf('2026-12-31', 1)).toEqual(dates.slice(0, 2));
  });

  test('never shows on a day what is known of a month or a year', () => {
    const undated = aTimeline('CN-FR', anEvent('established', '1964-01'), anEvent('upgraded', '1970'));
    expect(calendarMilestones([undated], every, { today: '2026-01-01', years: 10 }).milestones).toEqual([]);
  });

  test('that would be too large holds the nearest, from the 1st of this month on', () => {
    const daily = Array.from({ length: 365 }, (_, index) =>
      aTimeline('CN-FR', anEvent('established', addDays('1999-01-01', index))),
    );
    const { milestones, isCut } = calendarMilestones(daily, every, { today: '2026-11-25', years: 10 });
    const dates = milestones.map(({ date }) => date);
    expect([dates.length, isCut]).toEqual([MAX_MILESTONES, true]);
    expect([dates[0], dates[60], dates[61], dates.at(-1)]).toEqual([
      ...['2026-11-01', '2026-12-31', '2027-01-01', '2032-04-24'],
    ]);
    expect(calendarMilestones(daily, every, { today: '2026-11-25', years: 4 }).isCut).toBe(false);
  });

  test('of as many as calendar programs accept is not cut; one more year is', () => {
    const crowd = Array.from({ length: MAX_MILESTONES / 2 }, () =>
      aTimeline('CN-FR', anEvent('established', '1999-06-01')),
    );
    const show = (years: number) => calendarMilestones(crowd, every, { today: '2026-07-01', years });
    expect(show(1)).toMatchObject({ isCut: false, milestones: { length: MAX_MILESTONES } });
    expect(show(1).milestones[0]?.date).toBe('2025-06-01');
    expect(show(2)).toMatchObject({ isCut: true, milestones: { length: MAX_MILESTONES / 2 } });
    expect(show(2).milestones[0]?.date).toBe('2027-06-01');
  });

  test('does not count milestones known only by the month, which it does not show', () => {
    const days = Array.from({ length: 900 }, () => aTimeline('CN-FR', anEvent('established', '1999-06-01')));
    const months = Array.from({ length: 200 }, () => aTimeline('CN-LS', anEvent('established', '1999-06')));
    const { milestones } = calendarMilestones([...days, ...months], every, { today: '2026-01-01', years: 2 });
    expect(milestones.at(-1)?.date).toBe('2027-06-01');
  });
});
