import { describe, expect, test } from 'vitest';
import { compareList } from '../../src/dataset/comparing/compare.ts';
import { withOwnList } from '../../src/dataset/comparing/into-dataset.ts';
import { interpretListedDate, type ListedAct, readOwnList } from '../../src/dataset/comparing/own-list.ts';
import { claimColumns, readClaims } from '../../src/dataset/files/claims.ts';
import { readSources, sourceColumns } from '../../src/dataset/files/sources.ts';
import { writeTable } from '../../src/dataset/files/table.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';

const named: Readonly<Record<string, string>> = { Bulgaria: 'BG', Китай: 'CN', CN: 'CN', LV: 'LV' };

const read = (text: string, dayFirst = false) =>
  readOwnList(text, {
    state: 'LV',
    dayFirst,
    stateNamed: (name) => {
      const value = named[name];
      return value === undefined ? { reasons: [`no state is called "${name}"`] } : { value };
    },
  });

const act = (date: ListedAct['date'], other: Partial<ListedAct> = {}): ListedAct => ({
  line: 2,
  partner: 'BG',
  kind: 'established',
  date,
  ...other,
});

describe('a list', () => {
  const established = [act('1991-09-10'), act('1991-09-12', { line: 3, partner: 'CN' })];

  test.each([
    ['a header and commas', 'country,date\nBulgaria,1991-09-10\nCN,1991-09-12\n'],
    ['semicolons, points and a byte order mark', '\uFEFFCountry;Since\r\nBulgaria;10.9.1991\r\nCN;12. 9. 1991.\r\n'],
    ['tabs and quotes', 'Date\tPartner\n"1991-09-10"\t"Bulgaria"\n1991-09-12\tКитай\n'],
    ['empty lines at its end', 'страна,дата\nBulgaria,1991-09-10\nCN,1991-09-12\n,\n\n'],
  ])('is read with %s', (_form, text) => {
    expect(read(text)).toEqual({ acts: established, unreadable: [] });
  });

  test('is read without a header, the partner first', () => {
    expect(read('Bulgaria,1991-09-10\n').acts).toEqual([act('1991-09-10', { line: 1 })]);
  });

  test('may say the kind of each act', () => {
    expect(read('partner,date,kind\nBG,1991,resumed\nBulgaria,1922-05,Recognised\n').acts).toEqual([
      act('1922-05', { line: 3, kind: 'recognised' }),
    ]);
  });

  test('is read with spaces around its headings and cells', () => {
    expect(read(' Country ; Date ; Kind \n Bulgaria ; 1991 ; resumed \n ; ; \n')).toEqual({
      acts: [act('1991', { kind: 'resumed' })],
      unreadable: [],
    });
  });

  test('has an establishment in a line without a kind, and nothing in an empty file', () => {
    expect(read('partner,date,kind\nBulgaria,1991,\n').acts).toEqual([act('1991')]);
    expect(read('')).toEqual({ acts: [], unreadable: [] });
  });

  test.each(['Land,date', 'country,Datum'])('has no header in %s, of which only one column is known', (header) => {
    const { acts, unreadable } = read(`${header}\nBulgaria,1991\n`);
    expect(acts).toEqual([act('1991')]);
    expect(unreadable.map(({ line }) => line)).toEqual([1]);
  });

  test('names an unknown kind, and a quote that is left open', () => {
    expect(read('partner,date,kind\nBulgaria,1991,founded\nCN,1992,"severed\n').unreadable).toEqual([
      {
        line: 2,
        reason: 'unknown kind "founded": one of recognised, consular, established, upgraded, severed, resumed',
      },
      expect.objectContaining({ line: 3, reason: expect.stringContaining('a quote is never closed') }),
    ]);
  });

  test('names every line that cannot be read, with what would fix it', () => {
    const text = 'country,date\nBulgarie,1991-02-30\nLV,1991-09-10\nCN,24/08/1991\nCN,1991\nCN,1991\n';
    expect(read(text).unreadable).toEqual([
      {
        line: 2,
        reason:
          'no state is called "Bulgarie"; "1991-02-30" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM, YYYY or D.M.YYYY',
      },
      { line: 3, reason: 'LV is the state whose list this is: name the partner' },
      { line: 4, reason: '"24/08/1991" could be month or day first: write YYYY-MM-DD, or add --day-first' },
      { line: 6, reason: 'CN established 1991 is already on line 5: keep one' },
    ]);
  });
});

test.each([
  ['1991-08-24', false, '1991-08-24'],
  ['1991-08', false, '1991-08'],
  ['24.8.1991', false, '1991-08-24'],
  ['5 . 8 . 1991', false, '1991-08-05'],
  ['24/08/1991', true, '1991-08-24'],
  ['24-8-1991', true, '1991-08-24'],
])('%s with day first %s is %s', (text, dayFirst, date) => {
  expect(interpretListedDate(text, dayFirst)).toEqual({ value: date });
});

test.each(['24/08/1991', '24-8-1991'])(
  '%s could be month first, and is refused unless the day is said to come first',
  (text) => {
    expect(interpretListedDate(text, false)).toEqual({
      reasons: [`"${text}" could be month or day first: write YYYY-MM-DD, or add --day-first`],
    });
  },
);

test.each([
  '24.8.91',
  '24.8/1991',
  'on 24.8.1991',
  '24.8.1991 and later',
  '8/24/1991',
  '31.6.1991',
  '24 August 1991',
  '',
])('%j is refused as a date', (text) => {
  expect(interpretListedDate(text, true)).toHaveProperty('reasons');
});

describe('a line', () => {
  const event = (
    kind: RelationEvent['kind'],
    date: RelationEvent['date'],
    other: Partial<RelationEvent> = {},
  ): RelationEvent => ({ kind, date, sources: ['enwiki-bg'], alternatives: [], evidence: 'listed', ...other });
  const bulgaria = (...events: RelationEvent[]): Timeline[] => [{ pair: 'BG-LV', events }];
  const compared = (acts: ListedAct[], ...events: RelationEvent[]) =>
    compareList(acts, 'LV', bulgaria(...events)).map(({ finding, onFile, alsoGivenBy }) => [
      finding,
      onFile?.date,
      ...alsoGivenBy,
    ]);

  test('agrees with an act on file of its date, whatever beginning it is called', () => {
    expect(compared([act('1991-09-10')], event('resumed', '1991-09-10'))).toEqual([['agrees', '1991-09-10']]);
  });

  test('agrees with a finer date and differs from a coarser one', () => {
    expect(compared([act('1991')], event('established', '1991-09-10'))).toEqual([['agrees', '1991-09-10']]);
    expect(compared([act('1991-09-10')], event('established', '1991'))).toEqual([['differs', '1991']]);
  });

  test('differs from the nearest act of its kind, and names who else gives its date', () => {
    const alternatives = [
      { kind: 'established', date: '1991-09-12', sources: ['agency'] },
      { kind: 'established', date: '1991-09-13', sources: ['weekly'] },
    ] as const;
    const [early, late] = [event('established', '1920'), event('resumed', '1991-09-10', { alternatives })];
    expect(compared([act('1991-09-12')], early, late)).toEqual([['differs', '1991-09-10', 'agency']]);
  });

  test('differs from an act before it as well as from one after it', () => {
    const [early, late] = [event('established', '1920'), event('resumed', '1991-09-10')];
    expect(compared([act('1922-05-24')], early, late)).toEqual([['differs', '1920']]);
  });

  test('differs from an act on file, though a line about another partner has its date', () => {
    const lines = [act('1991-09-12'), act('1991-09-10', { partner: 'CN' })];
    expect(compared(lines, event('established', '1991-09-10'))).toEqual([
      ['differs', '1991-09-10'],
      ['new', undefined],
    ]);
  });

  test('is new when only acts of other kinds are on file', () => {
    expect(compared([act('1991-08-26', { kind: 'recognised' })], event('established', '1991-08-26'))).toEqual([
      ['new', undefined],
    ]);
    expect(compared([act('1991-08-26')], event('severed', '1991-08-26'))).toEqual([['new', undefined]]);
  });

  test('is new when the only act of its kind is that of another line', () => {
    const twice = [act('1922-05-24', { kind: 'recognised' }), act('1991-08-26', { kind: 'recognised' })];
    expect(compared(twice, event('recognised', '1991-08-26'))).toEqual([
      ['new', undefined],
      ['agrees', '1991-08-26'],
    ]);
  });

  test('is new when nothing is on file about the partner', () => {
    expect(compared([act('1991-09-10', { partner: 'CN' })])).toEqual([['new', undefined]]);
  });
});

describe('a list goes into the dataset', () => {
  const header = `${sourceColumns.join()}\n`;
  const onFile = (pair: string, date: string, source: string, remark = '') => [
    ...[pair, 'established', date, source],
    ...['', '', '', '', '', '', remark],
  ];
  const claims = [onFile('AL-LV', '1992', 'agency'), onFile('BG-LV', '1991', 'agency')];
  const texts = { claims: writeTable(claimColumns, claims), sources: `${header}agency,,,,press,,,,\n` };
  const source = { id: 'lv-list', publisher: 'Ministry', url: 'https://example.org', retrieved: '2026-11-28' } as const;
  const list = { acts: [act('1991-09-10')], state: 'LV', source };

  test('as claims of an official source, in the order of the files', () => {
    const outcome = withOwnList(texts, { ...list, acts: [act('1991-09-12', { partner: 'CN' }), ...list.acts] });
    if ('reason' in outcome) throw new Error(outcome.reason);
    expect(outcome.added).toBe(2);
    expect(readClaims(outcome.claims).rows.map(({ value }) => `${value.pair} ${value.date} ${value.source}`)).toEqual([
      'AL-LV 1992 agency',
      'BG-LV 1991 agency',
      'BG-LV 1991-09-10 lv-list',
      'CN-LV 1991-09-12 lv-list',
    ]);
    expect(readSources(outcome.sources).rows).toMatchObject([
      { value: { id: 'agency' } },
      { value: { id: 'lv-list', grade: 'official' } },
    ]);
  });

  test('as a claim that gives its kind, beside the lines of the source that are on file', () => {
    const acts = [act('1991-09-10'), act('1922-05', { line: 3, partner: 'XX', kind: 'recognised' })];
    const once = withOwnList(texts, list);
    if ('reason' in once) throw new Error(once.reason);
    const outcome = withOwnList(once, { ...list, acts, source: { ...source, publisher: '', url: '' } });
    if ('reason' in outcome) throw new Error(outcome.reason);
    expect(outcome.added).toBe(1);
    expect(outcome.sources).toBe(once.sources);
    expect(readClaims(outcome.claims).rows.map(({ value }) => `${value.pair} ${value.kind} ${value.source}`)).toEqual([
      'AL-LV established agency',
      'BG-LV established agency',
      'BG-LV established lv-list',
      'LV-XX recognised lv-list',
    ]);
  });

  test('with all that a row of sources.csv says', () => {
    const outcome = withOwnList(texts, list);
    if ('reason' in outcome) throw new Error(outcome.reason);
    expect(outcome.sources).toBe(
      `${texts.sources}lv-list,Ministry,Dates of diplomatic relations,https://example.org,official,facts only,2026-11-28,,LV\n`,
    );
  });

  test('once, however often it is written', () => {
    const once = withOwnList(texts, list);
    if ('reason' in once) throw new Error(once.reason);
    expect(withOwnList(once, list)).toEqual({ ...once, added: 0 });
    const remarked = [...claims, onFile('BG-LV', '1991-09-10', 'lv-list', 'A remark.')];
    expect(withOwnList({ ...once, claims: writeTable(claimColumns, remarked) }, list)).toMatchObject({ added: 0 });
  });

  test('only when its source is on file or described', () => {
    for (const missing of [{ url: '' }, { publisher: '' }])
      expect(withOwnList(texts, { ...list, source: { ...source, ...missing } })).toEqual({
        reason: 'lv-list is not in sources.csv: add --publisher and --url',
      });
  });
});
