import { expect, test } from 'vitest';
import type { Pair } from '../../src/domain/relation-event.ts';
import { statusOn } from '../../src/domain/timeline.ts';
import { timelines } from './real-dataset.ts';

function timelineOf(pair: Pair) {
  const timeline = timelines.find((one) => one.pair === pair);
  if (timeline === undefined) throw new Error(`no timeline of ${pair}`);
  return timeline;
}

/** One line per event, without coarser forms of its date: `established 1993-10-12 official (or established 1993-10-21)`. */
function story(pair: Pair): string[] {
  return timelineOf(pair).events.map(({ kind, date, evidence, alternatives }) => {
    const rivals = alternatives.filter((other) => other.kind !== kind || !date.startsWith(other.date));
    const others = rivals.map((other) => `${other.kind} ${other.date}`).join(', ');
    return `${kind} ${date} ${evidence}${others && ` (or ${others})`}`;
  });
}

test('China and Lesotho: established 1983, severed 1990, resumed 12 January 1994', () => {
  expect(story('CN-LS')).toEqual([
    'established 1983-04-30 official',
    'severed 1990-04-07 unconfirmed (or severed 1990-04-05)',
    'resumed 1994-01-12 official',
  ]);
});

test('China and Britain: the chargé level of 1954 and the ambassadors of 1972 are two events', () => {
  expect(story('CN-GB')).toEqual([
    'recognised 1950-01-06 unconfirmed',
    'established 1954-06-17 listed',
    'upgraded 1972-03-13 official',
  ]);
});

test('China and Russia: 2 October 1949 as Soviet Union, 3 October beside it', () => {
  expect(story('CN-RU')).toEqual(['established 1949-10-02 official (or established 1949-10-03)']);
  expect(timelineOf('CN-RU').events[0]?.as).toEqual(['soviet-union']);
});

test('China and North Macedonia: the 12th of the official list, the 21st beside it', () => {
  expect(story('CN-MK')[0]).toBe('established 1993-10-12 official (or established 1993-10-21)');
  expect(timelineOf('CN-MK').events[0]?.alternatives).toEqual([
    { kind: 'established', date: '1993-10-21', sources: ['zhwiki-pair-cn-mk'] },
  ]);
});

test('Cuba and the United States: severed 1961, resumed 20 July 2015, nothing in force in between', () => {
  expect(story('CU-US')).toEqual([
    'recognised 1902-05-20 official',
    'established 1902-05-27 official',
    'upgraded 1923-02-10 official',
    'severed 1961-01-03 official',
    'resumed 2015-07-20 official',
  ]);
  expect(statusOn(timelineOf('CU-US'), '2002-05-27')).toBe('severed');
});

test('Mexico and the Holy See: one event in 1992, called establishment and resumption', () => {
  expect(story('MX-VA')).toEqual([
    'severed 1861 unconfirmed',
    'established 1992-09-21 official (or resumed 1992, resumed 1992-09-21)',
  ]);
});

test('the Baltic states resumed relations in 1991 without a break on file', () => {
  expect(story('EE-FI')).toEqual([
    'recognised 1920-06-20 unconfirmed',
    'established 1920-06-20 unconfirmed',
    'resumed 1991-08-29 listed',
  ]);
});

test('recognition and establishment on different days are two events', () => {
  expect(story('CN-SD')).toEqual(['recognised 1958-11-30 unconfirmed', 'established 1959-02-04 official']);
});

test('a pair that broke with China and has not resumed stays severed', () => {
  expect(statusOn(timelineOf('BZ-CN'), '2026-01-01')).toBe('severed');
});

test('events are known to the month, to the year, and on a leap day', () => {
  expect(story('CF-CN')).toContain('severed 1966-01 corroborated');
  expect(story('CN-MK')).toContain('severed 1999 unconfirmed');
  expect(story('CN-GH')).toContain('resumed 1972-02-29 disputed (or resumed 1972-01)');
});
