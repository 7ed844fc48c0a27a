import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../cli/subscribers/read-import.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';

const states = new Set(['CN', 'FR', 'LS']);
const read = (text: string) => readImport(text, states);

test('an address alone gets the default preferences', () => {
  expect(read('email\ndesk@ministry.example\n')).toEqual({
    rows: [{ line: 2, email: 'desk@ministry.example', preferences: defaultPreferences }],
    faults: [],
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

test('every fault is named with its line', () => {
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
    'büro@x.example,CN,8,fives',
  ].join('\n');
  expect(read(text).faults).toEqual([
    { line: 2, reason: expect.stringMatching(/^email: /) },
    { line: 3, reason: 'states: XX is not the code of a state, such as CN' },
    { line: 5, reason: expect.stringMatching(/^hour: /) },
    { line: 6, reason: expect.stringMatching(/^policy: /) },
    { line: 7, reason: '3 cells under 4 columns' },
    { line: 9, reason: 'email: the address stands in line 8 already' },
    { line: 10, reason: expect.stringMatching(/^email: .*before the @/) },
  ]);
});

test.each([
  ['is empty', ''],
  ['names no column email', 'address,states\na@x.example,CN\n'],
  ['names a column that is no preference', 'email,birthday\na@x.example,1970-01-01\n'],
])('a file that %s is refused in its first line', (_fault, text) => {
  expect(read(text)).toEqual({ rows: [], faults: [{ line: 1, reason: expect.any(String) }] });
});

test('a quotation mark out of place stops the reading, and is named', () => {
  expect(read('email\na@x.example\n"b@x.example\n').faults).toEqual([{ line: 3, reason: expect.any(String) }]);
});

test('no text whatever breaks the reading, and no line is both taken and refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { rows, faults } = read(`email\n${text}`);
      const refused = new Set(faults.map(({ line }) => line));
      expect(rows.filter(({ line }) => refused.has(line))).toEqual([]);
    }),
  );
});
