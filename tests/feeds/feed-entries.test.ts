import { expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { milestoneKey } from '../../src/domain/milestone.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { feedEntries } from '../../src/feeds/feed-entries.ts';
import { chinaLesotho } from '../support/builders.ts';

const { timelines } = readDataset();
const everyYear = { ...defaultPreferences, policy: 'every' } as const;

test.each<CalendarDate>(['2025-01-01', '2025-01-02', '2025-01-14', '2024-09-26'])(
  'a reader who fetches the feed on %s misses no milestone of the last two weeks',
  (through) => {
    const entries = new Set(feedEntries(timelines, everyYear, through).map(milestoneKey));
    const recent = milestonesDue(
      timelines,
      { from: addDays(through, -14), through },
      { ...everyYear, leadTimes: [0] },
    ).map(milestoneKey);
    expect(recent.length).toBeGreaterThan(200);
    expect(recent.filter((key) => !entries.has(key))).toEqual([]);
  },
);

test('a quiet feed reaches a year back', () => {
  const years = feedEntries([chinaLesotho], defaultPreferences, '2025-01-11').map((milestone) => milestone.years);
  expect(years).toContain(30);
});
