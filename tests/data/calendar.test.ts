import { expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { calendarMilestones, MAX_MILESTONES } from '../../src/domain/calendar-milestones.ts';
import { preferencesWith } from '../support/builders.ts';

const { timelines } = readDataset();
const nextTenYears = { today: '2026-11-25', years: 10 } as const;

test('a calendar of all anniversaries of the world holds a month or more', () => {
  const { milestones, isCut } = calendarMilestones(timelines, preferencesWith({ policy: 'every' }), nextTenYears);
  expect([milestones.length, isCut]).toEqual([MAX_MILESTONES, true]);
  const dates = milestones.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(dates.at(-1)?.slice(0, 7)).toMatch(/2026-12|2027-0[1-3]/);
});

test('a calendar of China is complete', () => {
  expect(calendarMilestones(timelines, preferencesWith({ states: ['CN'] }), nextTenYears).isCut).toBe(false);
});
