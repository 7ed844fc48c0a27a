import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/dataset/files/fault.ts';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { textsOf } from './small-dataset.ts';

const good = 'CN-LS,established,1983-04-30,ministry,,,,,,,';

const faultsIn = (texts: ReturnType<typeof textsOf>) =>
  readDataset((file) => texts[file], '2024-01-12').faults.map(describeFault);

test('a dataset without faults has none', () => {
  expect(faultsIn(textsOf({ claims: [good] }))).toEqual([]);
});

test.each([
  [
    'an unknown state',
    'CN-XX,established,1983-04-30,ministry,,,,,,,',
    'no state has the code XX: correct it, or add the state to states.csv',
  ],
  [
    'parties out of order',
    'LS-CN,established,1983-04-30,ministry,,,,,,,',
    'the codes of LS-CN are not in alphabetical order: write CN-LS',
  ],
  [
    'a formula',
    'CN-LS,established,1983-04-30,ministry,,,,,,,=1+1',
    '"=1+1" would be a formula in a spreadsheet: do not begin it with =',
  ],
  ['the same party twice', 'CN-CN,established,1983-04-30,ministry,,,,,,,', 'CN-CN names the same state twice'],
  [
    'what is no pair',
    'China,established,1983-04-30,ministry,,,,,,,',
    '"China" is not a pair: write two state codes joined by a hyphen, such as CN-LS',
  ],
  [
    'an unknown kind',
    'CN-MK,founded,1993-10-12,ministry,,,,,,,',
    'unknown kind "founded": one of recognised, consular, established, upgraded, severed, resumed',
  ],
  [
    'an impossible day',
    'CN-MK,established,1993-02-29,ministry,,,,,,,',
    '"1993-02-29" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    'an impossible month',
    'CN-MK,established,1993-13,ministry,,,,,,,',
    '"1993-13" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    'a missing date',
    'CN-MK,established,,ministry,,,,,,,',
    '"" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    'a date in the future',
    'CN-MK,established,2024-01-13,ministry,,,,,,,',
    '2024-01-13 is in the future: claim only what has happened',
  ],
  [
    'an unknown source',
    'CN-MK,established,1993-10-12,rumour,,,,,,,',
    'no source has the key "rumour": correct it, or add the source to sources.csv',
  ],
  ['a claim made twice', good, 'CN-LS established 1983-04-30 by ministry is already on line 2: keep one'],
  [
    'a break before any beginning',
    'CN-MK,severed,1999,ministry,,,,,,,',
    'CN-MK severed 1999: the pair has no earlier beginning: add one, or move the line to unchained.csv',
  ],
  [
    'an upgrade before any beginning',
    'CN-LS,upgraded,1982-01-01,ministry,,,,,,,',
    'CN-LS upgraded 1982-01-01: the pair has no earlier beginning: add one, or move the line to unchained.csv',
  ],
  [
    'a resumption of nothing',
    'CN-MK,resumed,2001-06-18,ministry,,,,,,,',
    'CN-MK resumed 2001-06-18: the pair has no earlier beginning: add one, or move the line to unchained.csv',
  ],
  [
    'a column too many',
    'CN-MK,established,1993-10-12,ministry,,,,,,,as Republic, of Macedonia',
    '12 columns instead of 11 (pair,kind,date,source,as,by,level,manner,doubt,tag,remark): quote values that contain a comma',
  ],
  [
    'an empty line',
    '',
    '1 columns instead of 11 (pair,kind,date,source,as,by,level,manner,doubt,tag,remark): quote values that contain a comma',
  ],
])('%s is named with its line', (_fault, line, reason) => {
  expect(faultsIn(textsOf({ claims: [good, line] }))).toEqual([`claims.csv:3: ${reason}`]);
});

test('a resumption may follow a break whose beginning is not on file, in unchained.csv', () => {
  expect(
    faultsIn(
      textsOf({
        claims: [good],
        unchained: ['CN-MK,severed,1999,ministry,,,,,,,', 'CN-MK,resumed,2001,ministry,,,,,,,'],
      }),
    ),
  ).toEqual([]);
});

test('a break in the year of its beginning has begun, and one without a beginning is one fault, whatever follows it', () => {
  const claims = ['established', 'severed'].map((kind) => `CN-LS,${kind},1983,ministry,,,,,,,`);
  expect(faultsIn(textsOf({ claims }))).toEqual([]);
  const unbegun = ['severed,1999', 'resumed,2001'].map((act) => `CN-MK,${act},ministry,,,,,,,`);
  expect(faultsIn(textsOf({ claims: unbegun }))).toEqual([expect.stringContaining('CN-MK severed 1999')]);
});

test.each([
  ['severed', 'upgraded'],
  ['upgraded', 'severed'],
  ['upgraded', 'resumed'],
])('an act that is %s begins nothing for one that is %s', (first, second) => {
  const claims = [`${first},1998`, `${second},1999`].map((act) => `CN-MK,${act},ministry,,,,,,,`);
  expect(faultsIn(textsOf({ claims }))).toHaveLength(2);
});

test('unchained.csv holds only what does not follow a beginning', () => {
  expect(faultsIn(textsOf({ claims: [good], unchained: ['CN-LS,severed,1990-04-07,ministry,,,,,,,'] }))).toEqual([
    'unchained.csv:2: CN-LS severed 1990-04-07: its beginning is on file: move the line to claims.csv',
  ]);
});

test.each([
  [
    'a bad grade',
    { sources: ['ministry,,,,excellent,,,,'] },
    'sources.csv:2: unknown grade "excellent": one of official, encyclopedia, press, weak',
  ],
  [
    'a source listed twice',
    { sources: ['ministry,,,,official,,,,', 'ministry,,,,press,,,,'] },
    'sources.csv:3: ministry is already on line 2: keep one',
  ],
  [
    'a bad key of a source',
    { sources: ['ministry,,,,official,,,,', 'Min istry,,,,press,,,,'] },
    'sources.csv:3: the key "Min istry" must consist of lower-case letters, digits and hyphens',
  ],
  [
    'a copy of an unknown source',
    { sources: ['ministry,,,,official,,,gazette,'] },
    'sources.csv:2: no source has the key "gazette": correct it, or add the source to sources.csv',
  ],
  [
    'a state listed twice',
    { states: ['CN,,,,,,,,,,,other,', 'LS,,,,,,,,,,,other,', 'CN,,,,,,,,,,,other,'] },
    'states.csv:4: CN is already on line 2: keep one',
  ],
  [
    'an unknown predecessor',
    { states: ['CN,,,,,,,,,,,other,', 'LS,,,,,QQ,,,,,,other,'] },
    'states.csv:3: no state has the code QQ: correct it, or add the state to states.csv',
  ],
  [
    'an impossible date of a state',
    { states: ['CN,,,1949-13,,,,,,,,other,', 'LS,,,,,,,,,,,other,'] },
    'states.csv:2: since 1949-13 is not in the calendar: write YYYY-MM-DD, YYYY-MM or YYYY',
  ],
  [
    'an unknown kind of state',
    { states: ['CN,,,,,,,,,,,empire,', 'LS,,,,,,,,,,,other,'] },
    'states.csv:2: unknown kind "empire": one of un_member, un_observer, other, organisation, former',
  ],
  [
    'a ruling on what nobody claims',
    { rulings: ['CN-LS,severed 1990-04-07,date,why,'] },
    'rulings.csv:2: no claim of CN-LS has severed 1990-04-07: copy kind and date from a claim, or remove the ruling',
  ],
  [
    'a ruling without a reason',
    { rulings: ['CN-LS,established 1983-04-30,date,,'] },
    'rulings.csv:2: a ruling says why it decides so: fill in the reason',
  ],
  [
    'an unknown verdict',
    { rulings: ['CN-LS,established 1983-04-30,guilty,why,'] },
    'rulings.csv:2: unknown verdict "guilty": date, disputed, same KIND DATE or apart KIND DATE',
  ],
  [
    'a ruling by an unknown source',
    { rulings: ['CN-LS,established 1983-04-30,date,why,rumour'] },
    'rulings.csv:2: no source has the key "rumour": correct it, or add the source to sources.csv',
  ],
])('%s is named with its file and line', (_fault, lines, fault) => {
  expect(faultsIn(textsOf({ claims: [good], ...lines }))).toEqual([fault]);
});

test.each([
  [
    'a ruling made twice',
    { rulings: ['date,why,', 'date,why so,'].map((rest) => `CN-LS,established 1983-04-30,${rest}`) },
    'rulings.csv:3: CN-LS established 1983-04-30 date is already on line 2: keep one',
  ],
  [
    'a ruling on two acts of which nobody claims the other',
    { rulings: ['CN-LS,established 1983-04-30,apart resumed 1994,why,'] },
    'rulings.csv:2: no claim of CN-LS has resumed 1994: copy kind and date from a claim, or remove the ruling',
  ],
  [
    'an unchained claim made twice',
    { unchained: ['CN-MK,severed,1999,ministry,,,,,,,', 'CN-MK,severed,1999,ministry,,,,,,,'] },
    'unchained.csv:3: CN-MK severed 1999 by ministry is already on line 2: keep one',
  ],
  [
    'an unreadable claim',
    { unchained: ['CN-MK,founded,1999,ministry,,,,,,,'] },
    'unchained.csv:2: unknown kind "founded": one of recognised, consular, established, upgraded, severed, resumed',
  ],
  [
    'a ruling on a pair without claims',
    { rulings: ['CN-PE,established 1971,date,why,'] },
    'rulings.csv:2: no claim of CN-PE has established 1971: copy kind and date from a claim, or remove the ruling',
  ],
  [
    'an unchained claim by an unknown source',
    { unchained: ['CN-MK,severed,1999,rumour,,,,,,,'] },
    'unchained.csv:2: no source has the key "rumour": correct it, or add the source to sources.csv',
  ],
  [
    'a citation for a list that is not on file',
    { citations: ['Ministry,,,enwiki-cn | enwiki-xx'] },
    'citations.csv:2: no source has the key "enwiki-xx": correct it, or add the source to sources.csv',
  ],
  [
    'a fault in predecessors.csv',
    { predecessors: ['CN,qing,Qing Empire,,,perhaps,,Why.,'] },
    'predecessors.csv:2: continued is "perhaps": write yes or no',
  ],
  [
    'a fault in status.csv',
    { status: ['CN-LS,cool,,Why.,'] },
    'status.csv:2: unknown status "cool": one of none, in force, severed, suspended',
  ],
])('%s is found in its file', (_fault, lines, fault) => {
  expect(faultsIn(textsOf({ claims: [good], ...lines }))).toEqual([fault]);
});

test('a claim of today lies in no future, and a citation may rest on a claim of unchained.csv', () => {
  const today = 'CN-MK,established,2024-01-12,ministry,,,,,,,';
  const unchained = ['CN-PE,severed,1999,ministry,,,,,,,'];
  const citations = ['Ministry,,,CN-PE severed 1999 ministry'];
  const rulings = ['CN-PE,severed 1999,date,Why.,'];
  expect(faultsIn(textsOf({ claims: [good, today], unchained, citations, rulings }))).toEqual([]);
});

test('a wrong header is named', () => {
  const texts = { ...textsOf({ claims: [good] }), 'claims.csv': `party_a,party_b,date\n${good}\n` };
  expect(faultsIn(texts)).toEqual([
    'claims.csv:1: the header must read pair,kind,date,source,as,by,level,manner,doubt,tag,remark',
  ]);
});

describe('lines are counted as an editor counts them', () => {
  const bad = 'CN-MK,established,1993-02-29,ministry,,,,,,,';
  const reason = '"1993-02-29" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY';
  const noted = 'CN-PE,established,1971-11-02,ministry,,,,,,,"two\nlines, and a ""quote"""';

  test.each([
    ['after a quoted line break', textsOf({ claims: [noted, bad] })['claims.csv'], 4],
    ['after a byte order mark', `\uFEFF${textsOf({ claims: [good, bad] })['claims.csv']}`, 3],
    [
      'with the line ends of Windows',
      textsOf({ claims: [noted, good, bad] })['claims.csv'].replaceAll('\n', '\r\n'),
      5,
    ],
    [
      'with the line ends of old Macs',
      textsOf({ claims: [good, good.replace('LS', 'PE'), bad] })['claims.csv'].replaceAll('\n', '\r'),
      4,
    ],
  ])('%s', (_where, text, line) => {
    expect(faultsIn({ ...textsOf({}), 'claims.csv': text })).toEqual([`claims.csv:${line}: ${reason}`]);
  });
});

test('a quote that ends before its value is named, and a column too few beside unusual line ends', () => {
  const [fault = '', ...others] = faultsIn(
    textsOf({ claims: [good, 'CN-MK,established,1993-10-12,ministry,,,,,,,"as" Republic'] }),
  );
  expect(fault).toMatch(/^claims\.csv:3: Invalid Closing Quote.*: a quote inside a value must be doubled/);
  expect(others).toEqual([]);
  const claims = textsOf({ claims: [good, 'CN-MK,established'] })['claims.csv'].replaceAll('\n', '\r');
  expect(faultsIn({ ...textsOf({}), 'claims.csv': claims })).toEqual([
    expect.stringMatching(/^claims\.csv:3: 2 columns instead of 11/),
  ]);
});

test('a quote left open is named where its row begins', () => {
  const [fault = '', ...others] = faultsIn(
    textsOf({ claims: [good, 'CN-MK,established,1993-10-12,ministry,,,,,,,"as Republic'] }),
  );
  expect(fault).toMatch(/^claims\.csv:3: a quote is never closed/);
  expect(others).toEqual([]);
});

test('one fault does not cause others: what a faulty row names still counts as existing', () => {
  const texts = textsOf({
    claims: ['CN-LS,established,1983-02-30,ministry,,,,,,,', 'CN-LS,severed,1990-04-07,ministry,,,,,,,'],
    sources: ['ministry,,,,excellent,,,,'],
  });
  expect(faultsIn(texts)).toHaveLength(2);
});

test('all faults are named in one run, in the order of files and lines', () => {
  const texts = textsOf({
    claims: [
      good,
      'CN-XX,established,1983,ministry,,,,,,,',
      'CN-MK,established,1993-02-29,ministry,,,,,,,',
      'LS-CN,established,1983,ministry,,,,,,,',
    ],
    unchained: ['CN-LS,severed,1990-04-07,ministry,,,,,,,'],
    sources: ['ministry,,,,official,,,,', 'forum,,,,rumour,,,,'],
    states: ['CN,,,,,,,,,,,other,', 'LS,,,,,,,,,,,other,', 'MK,,,,,,,,,,,empire,'],
    rulings: ['CN-LS,resumed 1994-01-12,date,why,'],
  });
  expect(faultsIn(texts).map((fault) => fault.split(': ')[0])).toEqual([
    'claims.csv:3',
    'claims.csv:4',
    'claims.csv:5',
    'rulings.csv:2',
    'sources.csv:3',
    'states.csv:4',
    'unchained.csv:2',
  ]);
});

test.each([
  [
    'a claim that is not on file',
    'Ministry,,yes,CN-LS established 1983-05-01 ministry',
    'claims.csv has no CN-LS established 1983-05-01 by ministry: copy a claim from there, or remove this one',
  ],
  [
    'an unknown list',
    'Ministry,,yes,enwiki-xx',
    'no source has the key "enwiki-xx": correct it, or add the source to sources.csv',
  ],
  ['what is no web address', 'Ministry,ftp://x,,enwiki-cn', '"ftp://x" is not a web address'],
  [
    'no publisher',
    ',https://a.example,,enwiki-cn',
    'the publisher is empty: name the publisher, the site or the title',
  ],
  ['another word than yes', 'Ministry,,no,enwiki-cn', 'official is "no": write yes or nothing'],
  ['nothing that rests on it', 'Ministry,,,', 'no claim rests on it: name one, or remove the row'],
])('a citation with %s is named', (_fault, citation, reason) => {
  expect(faultsIn(textsOf({ claims: [good], citations: [citation] }))).toEqual([`citations.csv:2: ${reason}`]);
});

test('a cited work is listed once', () => {
  expect(faultsIn(textsOf({ claims: [good], citations: ['Ministry,,,enwiki-cn', 'Ministry,,,enwiki-ls'] }))).toEqual([
    'citations.csv:3: Ministry is already on line 2: keep one',
  ]);
});

test.each([
  [
    'a search without a day',
    'CN-LS,established 1983-04-30,,en',
    'day "" is not a day: write the day of the search as YYYY-MM-DD',
  ],
  [
    'a search in no language',
    'CN-LS,established 1983-04-30,2024-01-05,English',
    '"English" are not language codes such as "en fr"',
  ],
])('%s is a fault', (_what, search, reason) => {
  expect(faultsIn(textsOf({ claims: [good], searched: [search] }))).toEqual([`searched.csv:2: ${reason}`]);
});

test.each([
  [
    'a change without a reason',
    '2026.12.1,CN-LS,,established 1983-04-30 official,new,,',
    'the reason is empty: say why the data changed',
  ],
  ['a change of nothing', '2026.12.1,CN-LS,,,gone,It was no act.,', 'neither before nor after says anything'],
  [
    'a release without a number',
    'December,CN-LS,,established 1983-04-30 official,new,A source.,',
    '"December" is not a release: it is named for its day, such as 2026.12.1',
  ],
  [
    'a change by an unknown source',
    '2026.12.1,CN-LS,,established 1983-04-30 official,new,A source.,nobody',
    'no source has the key "nobody": correct it, or add the source to sources.csv',
  ],
])('%s is a fault', (_what, change, reason) => {
  expect(faultsIn(textsOf({ claims: [good], changes: [change] }))).toEqual([`changes.csv:2: ${reason}`]);
});

const weekend = (start: string) => `${start},Ministry,Office hours,https://ministry.example/hours,2026-11-01`;

test.each([
  ['without a day', weekend('CN,'), /the days ""/],
  ['with days in another order', weekend('CN,sunday saturday'), /the days "sunday saturday"/],
  ['of a state that is not on file', weekend('ZZ,sunday'), /ZZ/],
  ['without a source', 'CN,sunday,,,,2026-11-01', /no publisher or no title/],
])('a weekend %s is named', (_what, line, reason) => {
  const faults = faultsIn(textsOf({ weekends: [line] }));
  expect(faults[0]).toMatch(/^weekends\.csv:2: /);
  expect(faults.join('\n')).toMatch(reason);
});

test('a claim made three times is named twice, with the line of the first', () => {
  expect(faultsIn(textsOf({ claims: [good, good, good] }))).toEqual([
    'claims.csv:3: CN-LS established 1983-04-30 by ministry is already on line 2: keep one',
    'claims.csv:4: CN-LS established 1983-04-30 by ministry is already on line 2: keep one',
  ]);
});

test('two weekends of one state are named', () => {
  expect(faultsIn(textsOf({ weekends: [weekend('CN,sunday'), weekend('LS,sunday')] }))).toEqual([]);
  const twice = textsOf({ weekends: [weekend('CN,sunday'), weekend('CN,saturday')] });
  expect(faultsIn(twice)).toEqual([expect.stringMatching(/^weekends\.csv:3: /)]);
});
