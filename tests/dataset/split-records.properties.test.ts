import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRecords } from '../../src/dataset/files/table.ts';

const piece = fc.constantFrom('a', 'b c', ',', ';', '"', '""', '"a,b"', '"a\nb"', '\n', '\r\n', '\r', '\uFEFF', 'é');

test('a text is split as the CSV library splits it, with or without quotes and line breaks in them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(',', ';'), (pieces, delimiter) => {
      const text = pieces.join('');
      const { records, error } = splitRecords(text, delimiter);
      expect({ cells: records.map(({ cells }) => cells), isFaulty: error !== undefined }).toEqual(
        library(text, delimiter),
      );
    }),
    { numRuns: 5_000 },
  );
});

test('each record has the line on which it begins', () => {
  const { records } = splitRecords('a,b\n"c\n\nd",e\nf,"g"\nh,i\n');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
});

function library(text: string, delimiter: string) {
  const cells: string[][] = [];
  const settings = { bom: true, delimiter, relax_column_count: true };
  try {
    parse(text.replaceAll('\r\n', '\n'), { ...settings, on_record: (record: string[]) => void cells.push(record) });
    return { cells, isFaulty: false };
  } catch {
    return { cells, isFaulty: true };
  }
}
