import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { milestonesTable } from '../../src/feeds/milestones-table.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

const [, , resumption] = chinaLesotho.events;
const certain = {
  timeline: chinaLesotho,
  event: resumption ?? anEvent('resumed', '1994-01-12'),
  years: 30,
  date: '2024-01-12',
} as const;
const disputed = anEvent('established', '1992-04-10', {
  evidence: 'disputed',
  alternatives: [{ kind: 'established', date: '1992-04-11', sources: ['hr'] }],
});
const uncertain = { timeline: aTimeline('HR-PL', disputed), event: disputed, years: 25, date: '2017-04-10' } as const;

const tableIn = (language: 'en' | 'fr' | 'ar') =>
  milestonesTable([certain, uncertain], {
    language,
    words: wordsIn(language),
    following: { leapDay: 'feb28', sources: new Map(), states: ['LS'] },
    addressOf: (pair) => `https://jubilee.example/relations/${pair}`,
  });
const rowsIn = (language: 'en' | 'fr' | 'ar'): string[][] => parse(tableIn(language), { bom: true });

test('a table for people begins with a byte order mark and stands in the reader’s language', () => {
  expect(tableIn('fr').startsWith('\uFEFF')).toBe(true);
  expect(rowsIn('fr')[0]?.slice(0, 5)).toEqual(['Date', 'Jour de la semaine', 'Pays', 'Partenaire', 'Anniversaire']);
  expect(rowsIn('ar')[1]?.[2]).toBe('ليسوتو');
});

test('a row has the date as spreadsheets sort it, the followed state first, the number and whether it is a jubilee', () => {
  expect(rowsIn('en')[1]?.slice(0, 7)).toEqual([
    ...[
      '2024-01-12',
      'Friday',
      'Lesotho',
      'China',
      '30th anniversary of the resumption of diplomatic relations',
      '30',
      'no',
    ],
  ]);
});

test('a date that is not certain never stands alone', () => {
  const [, , row = []] = rowsIn('en');
  expect(row[0]).toBe('10 or 11 April 2017');
  expect([row[1], row[6]]).toEqual(['', 'yes']);
  expect(row[8]).toContain('11 April 2017');
});
