import { expect, test } from 'vitest';
import { changeSchedule } from '../../src/domain/change-of-schedule.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { type DueFilter, defaultPreferences, filterOf, type Preferences } from '../../src/domain/preferences.ts';
import { anEvent, aSubscriber, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

/** For each part of a filter, a choice that changes what is due below. */
const otherChoices: DueFilter = {
  states: ['FR'],
  pairs: ['CN-FR'],
  kinds: ['severed'],
  policy: [7],
  leadTimes: [3],
  leapDay: 'mar1',
  includeSevered: true,
};

const timelines = [
  chinaLesotho,
  aTimeline('CN-FR', anEvent('established', '1964-02-29'), anEvent('severed', '2015-02-28')),
  aTimeline('CN-MK', anEvent('established', '1960-02-29')),
];
const span = { from: '2025-02-28', through: '2025-02-28' } as const;
const usual = { ...filterOf(defaultPreferences), policy: 'every', leadTimes: [0] } as const;

test.each(Object.entries(otherChoices))('the filter applies %s', (name, choice) => {
  const due = (filter: DueFilter) => milestonesDue(timelines, span, filter);
  expect(due({ ...usual, [name]: choice })).not.toEqual(due(usual));
});

test('what is due depends on the filter alone', () => {
  const { frequency, weekday, hour, timeZone, language, sendEmpty, ...filter } = defaultPreferences;
  expect(filterOf(defaultPreferences)).toEqual(filter);
});

test.each<[keyof Preferences, Partial<Preferences>]>([
  ['frequency', { frequency: 'monthly' }],
  ['weekday', { weekday: 'friday' }],
  ['hour', { hour: 9 }],
  ['timeZone', { timeZone: 'Asia/Shanghai' }],
])('a new %s begins a new schedule', (_name, change) => {
  const subscriber = aSubscriber();
  const at = new Date('2024-01-10T12:00:00Z');
  const { scheduledSince } = changeSchedule(subscriber, preferencesWith(change), at);
  expect(scheduledSince).toBe('2024-01-10T12:00:00.001Z');
});
