import { expect, test } from 'vitest';
import { anniversaries, comingMilestones, takeFirst } from '../../src/domain/anniversaries.ts';
import { precisions } from '../../src/domain/calendar-date.ts';
import { aDisputedEvent, anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const everyYear = {
  ...preferencesWith({ policy: 'every' }),
  precisions,
  from: '1995-01-01',
  through: '2010-12-31',
} as const;
const years = (from: number, through: number) => Array.from({ length: through - from + 1 }, (_, index) => from + index);

test('the anniversaries of many years come in order, each once', () => {
  const dates = [...anniversaries([chinaLesotho], everyYear)].map(({ date }) => date);
  expect(dates).toEqual(years(1995, 2010).flatMap((year) => [`${year}-01-12`, `${year}-04-30`]));
});

test('the last day of a span counts', () => {
  expect([...anniversaries([chinaLesotho], { ...everyYear, from: '2009-12-13', through: '2010-01-12' })]).toHaveLength(
    1,
  );
  expect([...anniversaries([chinaLesotho], { ...everyYear, from: '2009-12-12', through: '2010-01-12' })]).toHaveLength(
    1,
  );
});

test('anniversaries after one begin with the next, also on its day', () => {
  const sameDay = aTimeline('CN-FR', anEvent('established', '1984-01-12'));
  const after = {
    timeline: sameDay,
    event: { kind: 'established', date: '1984-01-12' },
    years: 26,
    date: '2010-01-12',
  } as const;
  const rest = anniversaries([chinaLesotho, sameDay], { ...everyYear, after });
  expect([...rest].map(({ timeline, date }) => `${timeline.pair} ${date}`)).toEqual([
    'CN-LS 2010-01-12',
    'CN-LS 2010-04-30',
  ]);
  expect([
    ...anniversaries([chinaLesotho], { ...everyYear, from: '2010-01-01', after: { ...after, date: '1990-01-12' } }),
  ]).toHaveLength(2);
});

test('only pairs that the reader follows and dates as precise as asked for are found', () => {
  const inJanuary = aTimeline('CN-FR', anEvent('established', '1964-01'));
  const inYear = { ...everyYear, from: '2010-01-01' } as const;
  expect([...anniversaries([inJanuary], { ...inYear, precisions: ['day'] })]).toEqual([]);
  expect([...anniversaries([inJanuary], { ...inYear, precisions: ['month'] })]).toHaveLength(1);
  expect([...anniversaries([inJanuary], { ...inYear, states: ['LS'] })]).toEqual([]);
});

test('no more are returned than were requested', () => {
  const numbers = [1, 2, 3].values();
  expect(takeFirst(numbers, 2)).toEqual([1, 2]);
  expect(takeFirst([1], 2)).toEqual([1]);
});

test('the coming milestones are those of the usual policy, as far as ten years ahead, each on its first day alone', () => {
  const disputed = aTimeline('HR-PL', aDisputedEvent('1992-04-11', '1992-04-10'));
  const coming = comingMilestones([chinaLesotho, disputed], '2022-01-01', 5);
  expect(coming.map(({ date, years: number }) => [date, number])).toEqual([
    ['2022-04-10', 30],
    ['2023-04-30', 40],
    ['2024-01-12', 30],
    ['2027-04-10', 35],
    ['2028-04-30', 45],
  ]);
  expect(comingMilestones([disputed], '2022-01-01', 9)).toHaveLength(2);
  expect(comingMilestones([disputed], '2022-04-12', 9).map(({ date }) => date)).toEqual(['2027-04-10', '2032-04-10']);
});
