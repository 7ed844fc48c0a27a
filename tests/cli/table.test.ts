import { expect, test } from 'vitest';
import { table } from '../../cli/table.ts';
import { displayWidth } from '../../cli/wrap.ts';

const head = ['code', 'name', 'sources'];
const rows = [
  ['CN', '中国', 'mfa-cn-list, enwiki-cn, zhwiki-pair-cn-ls'],
  ['LS', 'Lesotho', 'enwiki-ls'],
];

test('a table that goes to a file or a program has a line for each row, however long', () => {
  expect(table(head, rows, undefined)).toBe(
    [
      'code  name     sources',
      'CN    中国     mfa-cn-list, enwiki-cn, zhwiki-pair-cn-ls',
      'LS    Lesotho  enwiki-ls\n',
    ].join('\n'),
  );
});

test('a table in a narrow terminal wraps long cells within their columns, and loses nothing', () => {
  expect(table(head, rows, 40)).toBe(
    [
      'code  name     sources',
      'CN    中国     mfa-cn-list, enwiki-cn,',
      '               zhwiki-pair-cn-ls',
      'LS    Lesotho  enwiki-ls\n',
    ].join('\n'),
  );
});

test.each([20, 30, 40, 60, 80])(
  'no line is wider than a terminal of %i characters, unless its columns cannot be narrower',
  (width) => {
    const lines = table(head, [...rows, ['XX', 'a'.repeat(50), 'b '.repeat(90)]], width).split('\n');
    const least = 4 + 2 + 12 + 2 + 12;
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, least));
  },
);
