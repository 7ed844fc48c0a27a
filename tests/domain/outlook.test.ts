import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import { buildOutlook, statesIn } from '../../src/domain/outlook.ts';
import { anEvent, aState, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const filter = preferencesWith({ policy: 'every' });
const undated = aTimeline('GA-PK', anEvent('established', '1974-02'));
const byYear = aTimeline('BD-RW', anEvent('established', '1974'));

describe('a plan', () => {
  test('goes from its first day to the day before the same day so many years later', () => {
    expect(buildOutlook([], filter, { from: '2026-11-25', years: 2 }).span).toEqual({
      from: '2026-11-25',
      through: '2028-11-24',
    });
  });

  test('from 29 February ends on the last day of February', () => {
    expect(buildOutlook([], filter, { from: '2024-02-29', years: 1 }).span.through).toBe('2025-02-28');
  });

  test('has every month that it touches, whether anything falls in it or not', () => {
    const { months } = buildOutlook([chinaLesotho], filter, { from: '2023-12-31', years: 1 });
    expect(months.map(({ month }) => month)).toHaveLength(13);
    expect(buildOutlook([], filter, { from: '2024-02-02', years: 1 }).months.at(-1)?.month).toBe('2025-02');
    expect(months.filter(({ milestones }) => milestones.length > 0).map(({ month }) => month)).toEqual([
      '2024-01',
      '2024-04',
    ]);
  });

  test('lists what is known by the month only at the head of its month', () => {
    const thailand = aTimeline('GA-TH', anEvent('established', '1974-02-01'));
    const { months } = buildOutlook([thailand, undated], filter, { from: '2024-01-15', years: 1 });
    expect(months[1]?.milestones.map(({ date }) => date)).toEqual(['2024-02', '2024-02-01']);
  });

  test('keeps what is known by the year only apart from the months', () => {
    const plan = buildOutlook([byYear], filter, { from: '2023-11-25', years: 2 });
    expect(plan.withoutMonth.map(({ date }) => date)).toEqual(['2024', '2025']);
    expect(plan.months.flatMap(({ milestones }) => milestones)).toEqual([]);
  });

  test('lists each milestone of its span once', () => {
    const { months, withoutMonth } = buildOutlook([chinaLesotho, undated, byYear], filter, {
      from: '2024-01-01',
      years: 2,
    });
    const told = [...months.flatMap(({ milestones }) => milestones), ...withoutMonth];
    expect(told.map(({ timeline, date }) => `${timeline.pair} ${date}`).sort()).toEqual([
      'BD-RW 2024',
      'BD-RW 2025',
      'CN-LS 2024-01-12',
      'CN-LS 2024-04-30',
      'CN-LS 2025-01-12',
      'CN-LS 2025-04-30',
      'GA-PK 2024-02',
      'GA-PK 2025-02',
    ]);
  });

  test('marks a week in which three fall where hardly any other does', () => {
    const week = ['1960-09-20', '1960-09-22', '1960-09-24'] as const;
    const timelines = (['FR-GA', 'FR-ML', 'FR-SN'] as const).map((pair, index) =>
      aTimeline(pair, anEvent('established', week[index] ?? '1960')),
    );
    expect(buildOutlook(timelines, filter, { from: '2024-01-01', years: 1 }).busyWeeks).toEqual([
      { from: '2024-09-20', through: '2024-09-24', milestones: 3 },
    ]);
  });

  test('ends before the month that would not fit on the page, and names it; the first month always stays', () => {
    const daily = aTimeline(
      'CN-FR',
      ...Array.from({ length: 365 }, (_, index) => anEvent('established', addDays('1999-01-01', index))),
    );
    const cut = buildOutlook([daily, byYear], filter, { from: '2025-01-15', years: 5 });
    expect(cut.withoutMonth.map(({ date }) => date)).toEqual(['2026', '2027']);
    expect([cut.span.through, cut.nextMonth]).toEqual(['2027-09-30', '2027-10']);
    expect(cut.months.flatMap(({ milestones }) => milestones).at(-1)?.date).toBe('2027-09-30');
    expect(buildOutlook([daily], filter, { from: '2025-01-15', years: 2 }).nextMonth).toBeUndefined();
    const crowd = Array.from({ length: 1001 }, () => aTimeline('CN-FR', anEvent('established', '1999-01-20')));
    const crowded = buildOutlook(crowd, filter, { from: '2025-01-15', years: 1 });
    expect([crowded.span.through, crowded.nextMonth]).toEqual(['2025-01-31', '2025-02']);
    expect(buildOutlook(crowd.slice(1), filter, { from: '2025-01-15', years: 1 }).nextMonth).toBeUndefined();
  });
});

test('a region has the states that the United Nations count to it', () => {
  const states = [aState('CN', { region: 'Asia' }), aState('LS', { region: 'Africa' })];
  expect(statesIn('asia', states)).toEqual(['CN']);
  expect(statesIn('world', states)).toEqual([]);
});
