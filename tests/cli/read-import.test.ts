import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { decodeText } from '../../cli/subscribers/decode-text.ts';
import { readImport } from '../../cli/subscribers/read-import.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';

const { states } = readDataset();
const read = (text: string) => readImport(text, states);
const readCell = (column: string, cell: string) => read(`email,${column}\na@x.example,"${cell}"\n`);

test('an address alone gets the default preferences', () => {
  expect(read('email\ndesk@ministry.example\n')).toEqual({
    rows: [{ line: 2, email: 'desk@ministry.example', preferences: defaultPreferences, isPending: false }],
    faults: [],
    leftOut: [],
    ignored: [],
  });
});

test('what a spreadsheet writes is read: byte order mark, semicolons, CRLF, quoted line breaks', () => {
  const text =
    '\uFEFFemail;states;leadTimes;includeSevered\r\na@x.example;"CN,\r\nFR";"30, 7";true\r\nb@x.example;;;false\r\n';
  const { rows, faults } = read(text);
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([
    { line: 2, preferences: { states: ['CN', 'FR'], leadTimes: [30, 7], includeSevered: true } },
    { line: 4, preferences: { states: [], leadTimes: [30, 7, 0], includeSevered: false } },
  ]);
});

describe('lists as spreadsheets and other programs save them', () => {
  const readFile = (name: string) => {
    const decoded = decodeText(readFileSync(join(import.meta.dirname, 'lists', name)));
    return 'text' in decoded ? read(decoded.text) : undefined;
  };

  test.each([
    ['email-plus-name.csv', ['desk@ministry.example'], { ignored: ['name'] }],
    ['empty-trailing-columns.csv', ['desk@ministry.example', 'news@agency.example'], { ignored: [] }],
    ['excel-header-case.csv', ['desk@ministry.example'], {}],
    ['excel-leadtimes-thousands.csv', ['a@ministry.example', 'b@ministry.example'], {}],
    ['excel-mac-cr.csv', ['desk@ministry.example'], {}],
    ['excel-semicolon-utf16le.csv', ['desk@ministry.example', 'news@agency.example'], {}],
    ['excel-semicolon-utf8bom.csv', ['desk@ministry.example', 'news@agency.example'], {}],
    ['excel-upper-true-false.csv', ['a@ministry.example', 'b@ministry.example', 'c@ministry.example'], {}],
    ['excel-windows1252.csv', ['desk@xn--auenamt-1va.example'], {}],
    [
      'listmonk-export.csv',
      ['desk@ministry.example'],
      { leftOut: [3], ignored: ['uuid', 'name', 'attributes', 'created_at', 'updated_at'] },
    ],
    ['newline-in-cell.csv', ['desk@ministry.example'], {}],
    ['outlook-contacts.csv', ['desk@ministry.example'], { ignored: ['First Name', 'Last Name', 'Notes'] }],
    ['states.csv', ['desk@ministry.example', 'news@agency.example', 'x@y.example', 'z@y.example'], {}],
  ])('%s is read', (name, emails, rest) => {
    expect(readFile(name)?.rows.map(({ email }) => email)).toEqual(emails);
    expect(readFile(name)).toMatchObject({ faults: [], ...rest });
  });

  test.each([
    ['case.csv', ['3 email: the address is already on line 2', '4 email: the address is already on line 2']],
    ['excel-decimals.csv', ['2 hour: must be a whole number from 0 to 23']],
    ['no-at-sign.csv', ['2 email: has no @', '3 email: has no @', '4 email: has no @']],
    ['open-quote.csv', ['2 hour: a quote is never closed']],
    ['twice-email.csv', ['1 email: columns 1 and 2 both have email']],
    ['two-faults.csv', ['2 email: has no @', '2 hour: must be', '2 language: must be en']],
    ['zones.csv', ['2 timeZone: is not an IANA time zone', '3 timeZone: is not an IANA time zone']],
  ])('%s is refused for its true causes, by line and column', (name, faults) => {
    const found = readFile(name)?.faults.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);
    expect(found).toEqual(faults.map((fault) => expect.stringContaining(fault)));
  });

  test('our own export is read as it was exported', () => {
    const [exported, imported] = [readFile('own-export.csv'), readFile('own-import.csv')];
    expect(exported).toMatchObject({ faults: [], ignored: [], leftOut: [] });
    expect(exported?.rows.slice(0, 4)).toEqual(imported?.rows);
  });
});

describe('a row', () => {
  test.each([
    ['TRUE', true],
    ['False', false],
    ['VRAI', true],
    ['FALSO', false],
    ['ИСТИНА', true],
  ])('has %s for a switch', (cell, includeSevered) => {
    expect(readCell('includeSevered', cell)).toMatchObject({ faults: [], rows: [{ preferences: { includeSevered } }] });
  });

  test.each([
    ['frequency', 'Weekly', { frequency: 'weekly' }],
    ['weekday', 'Monday', { weekday: 'monday' }],
    ['language', 'FR', { language: 'fr' }],
    ['states', 'China; UK', { states: ['CN', 'GB'] }],
    ['states', 'cn ls', { states: ['CN', 'LS'] }],
    ['policy', '7, 70', { policy: [7, 70] }],
  ])('has %s %s', (column, cell, preferences) => {
    expect(readCell(column, cell)).toMatchObject({ faults: [], rows: [{ preferences }] });
  });

  test.each([
    ['timeZone', 'China Standard Time', 'Asia/Shanghai'],
    ['timeZone', 'Kyiv', 'Europe/Kyiv'],
    ['states', 'Portugall', 'PT'],
    ['states', 'Congo', 'CD or CG'],
  ])('with the %s %s is answered with a suggestion', (column, cell, meant) => {
    const reason = expect.stringMatching(new RegExp(`did you mean ${meant}\\?$`));
    expect(readCell(column, cell).faults).toEqual([{ line: 2, column, reason }]);
  });

  test.each(['unsubscribed', 'suppressed', 'Blocklisted', 'cleaned'])('of somebody %s is left out', (status) => {
    expect(readCell('status', status)).toMatchObject({ rows: [], faults: [], leftOut: [2] });
  });

  test('with an unsubscription date is skipped', () => {
    const text = 'Email Address,UNSUB_TIME\na@x.example,2024-01-02 08:00:00\nb@x.example,\n';
    expect(read(text)).toMatchObject({ rows: [{ email: 'b@x.example' }], leftOut: [2], ignored: [] });
  });

  test('with an unknown status is refused', () => {
    expect(readCell('status', 'golden').faults).toMatchObject([{ line: 2, column: 'status' }]);
  });

  test('with a pending status stays pending', () => {
    expect(readCell('status', 'pending').rows).toMatchObject([{ isPending: true }]);
  });
});

test.each([
  'Email',
  'E-mail Address',
  'Email Address',
  'E-mail 1 - Value',
  'email_address',
  'EMAIL',
  'Adresse de messagerie',
  'Адрес эл. почты',
  '电子邮件地址',
])('a column named %s holds the addresses', (name) => {
  expect(read(`First Name,${name}\nAna,a@x.example\n`)).toMatchObject({ faults: [], rows: [{ email: 'a@x.example' }] });
});

test.each([
  ['sep=;\r\nemail;hour\r\na@x.example;7\r\n', 3],
  ['"sep=\t"\nemail\thour\na@x.example\t7\n', 3],
  ['email\thour\r\na@x.example\t7\r\n', 2],
  ['\r\nemail|hour\r\na@x.example|7\r\n', 3],
])('the delimiter of %j is found, and its lines are counted', (text, line) => {
  expect(read(text)).toMatchObject({ faults: [], rows: [{ line, preferences: { hour: 7 } }] });
});

test('every fault is named with its line and column', () => {
  const text = [
    'email,states,hour,policy',
    'no-address,CN,8,fives',
    'a@x.example,XX,8,fives',
    '',
    'b@x.example,CN,24,fives',
    'c@x.example,CN,8,sometimes',
    'c@x.example,CN,8',
    'A@X.example,CN,8,"1,7"',
    'a@x.example,CN,8,fives',
    'büro@x.example,XX,99,fives',
  ].join('\n');
  expect(read(text).faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    expect.stringMatching(/^2 email has no @/),
    expect.stringMatching(/^3 states XX is not the code of a state, such as CN/),
    expect.stringMatching(/^5 hour must be/),
    expect.stringMatching(/^6 policy must be/),
    expect.stringMatching(/^7 undefined 3 cells under 4 columns/),
    '9 email the address is already on line 8',
    expect.stringMatching(/^10 email .*before the @/),
    expect.stringMatching(/^10 states XX/),
    expect.stringMatching(/^10 hour must be/),
  ]);
});

test.each([
  ['is empty', '', /no column has the addresses/],
  ['names no column of addresses', 'address,states\na@x.example,CN\n', /no column has the addresses/],
  ['misspells a preference', 'email,langauge\na@x.example,fr\n', /did you mean language\?/],
  ['names a preference twice', 'email,hour,Hour\na@x.example,7,8\n', /columns 2 and 3 both have hour/],
])('a file that %s is refused in its first line', (_fault, text, reason) => {
  expect(read(text)).toMatchObject({ rows: [], faults: [{ line: 1, reason: expect.stringMatching(reason) }] });
});

test('a quotation mark out of place stops the reading, and is named', () => {
  expect(read('email\na@x.example\n"b@x.example\n').faults).toMatchObject([{ line: 3, column: 'email' }]);
});

test('no text breaks the reader, and no line is both accepted and refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { rows, faults } = readImport(`email\n${text}`, []);
      const refused = new Set(faults.map(({ line }) => line));
      expect(rows.filter(({ line }) => refused.has(line))).toEqual([]);
    }),
  );
});
