import { describe, expect, test } from 'vitest';
import { sources, states, timelines } from '../../../bench/real-data.ts';
import { readDataset, writeDataset } from '../../../src/adapters/dynamodb/stored-dataset.ts';
import { addDays, type CalendarDate } from '../../../src/domain/calendar-date.ts';
import { follows, milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { defaultPreferences, filterOf } from '../../../src/domain/preferences.ts';
import { eventKinds } from '../../../src/domain/relation-event.ts';

const text = writeDataset({ timelines, sources, states });
const everything = {
  ...filterOf(defaultPreferences),
  policy: 'every',
  kinds: eventKinds,
  includeSevered: true,
} as const;

test('the whole dataset is read as it was written', () => {
  const read = readDataset(text);
  expect(read.timelines).toEqual(timelines);
  expect([read.sources, read.states]).toEqual([sources, states]);
});

describe('a timeline that is found by itself', () => {
  const read = readDataset(text);
  const starts: readonly CalendarDate[] = ['2026-11-29', '2023-02-20', '2024-02-20', '2026-12-30', '2027-01-01'];

  test.each(starts)('has every milestone in the 30 days from %s', (from) => {
    const span = { from, through: addDays(from, 30) };
    const found = read.timelinesIn(span, 'every');
    expect(milestonesBetween(found, span, everything)).toEqual(milestonesBetween(timelines, span, everything));
    expect(found.length).toBeLessThan(timelines.length / 3);
  });

  test.each(['fives', 'tens', 'jubilees', [7, 70]] as const)('has every milestone of %s', (policy) => {
    const span = { from: '2026-12-20', through: '2027-01-10' } as const;
    const found = read.timelinesIn(span, policy);
    const filter = { ...everything, policy };
    expect(milestonesBetween(found, span, filter)).toEqual(milestonesBetween(timelines, span, filter));
    expect(found.length).toBeLessThan(read.timelinesIn(span, 'every').length / 2);
  });

  test.each([
    { states: ['CN'], pairs: [] },
    { states: ['EU', 'LS'], pairs: ['CN-FR'] as const },
    { states: [], pairs: ['CN-LS'] as const },
    { states: [], pairs: ['CN-XX'] as const },
  ])('is among those that %o follows', (filter) => {
    expect(read.timelinesOf(filter)).toEqual(timelines.filter(({ pair }) => follows(filter, pair)));
  });

  test('is the same when read again', () => {
    const [first] = read.timelinesOf({ states: ['LS'], pairs: [] });
    expect(read.timelines).toContain(first);
  });
});
