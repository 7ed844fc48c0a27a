import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { milestonesSheet } from '../../src/feeds/milestones-sheet.ts';
import { milestoneRows, milestonesCsv } from '../../src/feeds/milestones-table.ts';
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
  milestonesCsv(
    milestoneRows([certain, uncertain], {
      language,
      words: wordsIn(language),
      following: { leapDay: 'feb28', sources: new Map(), states: ['LS'] },
      pageUrl: (pair) => `https://jubilee.example/relations/${pair}`,
    }),
  );
const rowsIn = (language: 'en' | 'fr' | 'ar'): string[][] => parse(tableIn(language), { bom: true });

test('a table for people begins with a byte order mark and is in the reader’s language', () => {
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

const rowsWith = (cells: Partial<Record<0 | 2, string>>) => {
  const row: (string | number)[] = [
    '2024-01-12',
    'Friday',
    'Côte d’Ivoire',
    'China',
    'Title',
    30,
    'no',
    '',
    '',
    'https://x',
  ];
  for (const [column, text] of Object.entries(cells)) row[Number(column)] = text;
  return { columns: row.map((_, column) => `Column ${column}`), rows: [row] };
};

async function sheetOf(rows: ReturnType<typeof rowsWith>, direction: 'ltr' | 'rtl' = 'ltr', title = 'Planner') {
  const files = unzipSync(await milestonesSheet({ ...rows, title, direction }));
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const [sheet, strings] = [textOf('xl/worksheets/sheet1.xml'), textOf('xl/sharedStrings.xml')];
  return { sheet, strings, workbook: textOf('xl/workbook.xml') };
}

describe('a workbook', () => {
  test('has days as dates that spreadsheets sort, numbers as numbers, and names with their accents', async () => {
    const { sheet, strings } = await sheetOf(rowsWith({}));
    expect(sheet).toMatch(/<c r="A2"[^>]*><v>45303<\/v>/);
    expect(sheet).toMatch(/<c r="F2"[^>]*><v>30<\/v>/);
    expect(strings).toContain('Côte d’Ivoire');
  });

  test('has text for days before Excel’s first day', async () => {
    expect((await sheetOf(rowsWith({ 0: '1899-12-31' }))).strings).toContain('1899-12-31');
  });

  test('runs from the right in Arabic, keeps the header in view, and accepts any title', async () => {
    const { sheet, workbook } = await sheetOf(rowsWith({}), 'rtl', `${'a'.repeat(40)}[x]:*?/\\`);
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toContain('state="frozen"');
    expect(workbook).toContain(`name="${'a'.repeat(31)}"`);
  });

  test('holds no formula, whatever a name begins with', async () => {
    const { sheet, strings } = await sheetOf(rowsWith({ 2: '=HYPERLINK("https://evil.example")' }));
    expect(sheet).not.toContain('<f>');
    expect(strings).toContain('=HYPERLINK');
  });
});
