import { expect, test } from 'vitest';
import type { Pair } from '../../src/domain/relation-event.ts';
import { statusOn } from '../../src/domain/timeline.ts';
import { timelines } from './real-dataset.ts';

function timelineOf(pair: Pair) {
  const timeline = timelines.find((one) => one.pair === pair);
  if (timeline === undefined) throw new Error(`no timeline of ${pair}`);
  return timeline;
}

/** One line per event: `established 1993-10-12 agreed (or established 1993-10-21)`. */
function story(pair: Pair): string[] {
  return timelineOf(pair).events.map(({ kind, date, evidence, alternatives }) => {
    const others = alternatives.map((other) => `${other.kind} ${other.date}`).join(', ');
    return `${kind} ${date} ${evidence}${others && ` (or ${others})`}`;
  });
}

test('China and Lesotho: established 1983, severed 1990, resumed 12 January 1994', () => {
  expect(story('CN-LS')).toEqual([
    'established 1983-04-30 agreed',
    'severed 1990-04-07 single-source (or severed 1990-04-05)',
    'resumed 1994-01-12 agreed',
  ]);
});

test('China and Britain: the chargé level of 1954 and the ambassadors of 1972 are two events', () => {
  expect(story('CN-GB')).toEqual([
    'recognised 1950-01-06 agreed',
    'established 1954-06-17 agreed',
    'upgraded 1972-03-13 agreed',
  ]);
});

test('China and Russia: 2 October 1949 as Soviet Union, 3 October beside it', () => {
  expect(story('CN-RU')).toEqual(['established 1949-10-02 agreed (or established 1949-10-03)']);
  expect(timelineOf('CN-RU').events[0]?.as).toEqual(['soviet-union']);
});

test('China and North Macedonia: the 12th of the official list, the 21st beside it', () => {
  expect(story('CN-MK')[0]).toBe('established 1993-10-12 agreed (or established 1993-10-21)');
  expect(timelineOf('CN-MK').events[0]?.alternatives).toEqual([
    { kind: 'established', date: '1993-10-21', sources: ['zhwiki-pair-cn-mk'] },
  ]);
});

test('Cuba and the United States: severed 1961, resumed 20 July 2015, nothing in force in between', () => {
  expect(story('CU-US')).toEqual([
    'recognised 1902-05-20 single-source',
    'established 1902-05-27 agreed',
    'upgraded 1923-02-10 single-source',
    'severed 1961-01-03 agreed',
    'resumed 2015-07-20 agreed',
  ]);
  expect(statusOn(timelineOf('CU-US'), '2002-05-27')).toBe('severed');
});

test('Mexico and the Holy See: one event in 1992, called establishment and resumption', () => {
  expect(story('MX-VA')).toEqual(['severed 1861 agreed', 'established 1992-09-21 agreed (or resumed 1992)']);
});

test('the Baltic states resumed relations in 1991 without a break on file', () => {
  expect(story('EE-FI')).toEqual([
    'recognised 1920-06-20 single-source',
    'established 1920-06-20 single-source',
    'resumed 1991-08-29 agreed',
  ]);
});

test('recognition and establishment on different days are two events', () => {
  expect(story('CN-SD')).toEqual(['recognised 1958-11-30 single-source', 'established 1959-02-04 agreed']);
});

test('a pair that broke with China and has not resumed stays severed', () => {
  expect(statusOn(timelineOf('BZ-CN'), '2026-01-01')).toBe('severed');
});

test('events are known to the month, to the year, and on a leap day', () => {
  expect(story('CF-CN')).toContain('severed 1966-01 agreed');
  expect(story('CN-MK')).toContain('severed 1999 single-source');
  expect(story('CN-GH')).toContain('resumed 1972-02-29 agreed (or resumed 1972-01)');
});
