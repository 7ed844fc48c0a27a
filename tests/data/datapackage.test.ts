import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import datapackage from '../../data/datapackage.json' with { type: 'json' };
import { changeColumns, releasedColumns } from '../../src/dataset/files/changes.ts';
import { citationColumns } from '../../src/dataset/files/citations.ts';
import { claimColumns } from '../../src/dataset/files/claims.ts';
import { confidenceColumns } from '../../src/dataset/files/confidence.ts';
import { eventColumns } from '../../src/dataset/files/events-csv.ts';
import { predecessorColumns } from '../../src/dataset/files/predecessors.ts';
import { rulingColumns } from '../../src/dataset/files/rulings.ts';
import { searchedColumns } from '../../src/dataset/files/searched.ts';
import { sourceColumns } from '../../src/dataset/files/sources.ts';
import { stateColumns } from '../../src/dataset/files/states.ts';
import { statusColumns } from '../../src/dataset/files/status.ts';
import { weekendColumns } from '../../src/dataset/files/weekends.ts';
import { editedFiles } from '../../src/dataset/read-dataset.ts';
import { licence } from '../../src/feeds/dataset-record.ts';
import { dataFile } from './real-dataset.ts';

const columns: Readonly<Record<string, readonly string[]>> = {
  claims: claimColumns,
  unchained: claimColumns,
  sources: sourceColumns,
  states: stateColumns,
  rulings: rulingColumns,
  predecessors: predecessorColumns,
  status: statusColumns,
  weekends: weekendColumns,
  citations: citationColumns,
  searched: searchedColumns,
  changes: changeColumns,
  released: releasedColumns,
  confidence: confidenceColumns,
  events: eventColumns,
};

type Rule = { required?: boolean; unique?: boolean; pattern?: string; enum?: readonly string[] };
type Field = { name: string; constraints?: Rule };
type Row = Readonly<Record<string, string>>;

const rowsOf = (path: string): Row[] => parse(dataFile(path), { columns: true });

test('describes every file of the dataset, under the licence that the exports name', () => {
  expect(datapackage.resources.map(({ path }) => path).sort()).toEqual(
    [...editedFiles, 'events.csv', 'confidence.csv', 'released.csv'].sort(),
  );
  expect(datapackage.licenses).toMatchObject([{ name: licence.name, path: licence.url }]);
});

describe.each(datapackage.resources)('$path', ({ name, path, schema }) => {
  const rows = rowsOf(path);

  test('has the columns that the description names and the code reads, in their order', () => {
    const described = schema.fields.map((field) => field.name);
    expect(dataFile(path).split('\n')[0]).toBe(described.join());
    expect(described).toEqual([...(columns[name] ?? [])]);
  });

  test('has the values that the description promises of each field', () => {
    for (const field of schema.fields) expect(faultsIn(rows, field), field.name).toEqual([]);
  });

  test('has a key that no two rows share', () => {
    expect(new Set(rows.map((row) => schema.primaryKey.map((key) => row[key]).join(' '))).size).toBe(rows.length);
  });

  test('refers only to what exists', () => {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set(rowsOf(`${reference.resource || name}.csv`).map((row) => row[reference.fields]));
      expect(rows.filter((row) => row[fields] !== '' && !there.has(row[fields]))).toEqual([]);
    }
  });
});

test.each<[string, Row[], Rule]>([
  ['is missing', [{ x: '' }], { required: true }],
  ['is not one of the words', [{ x: 'c' }], { enum: ['a', 'b'] }],
  ['has another form', [{ x: 'LSCN' }], { pattern: '^[A-Z]{2}$' }],
  ['stands there twice', [{ x: 'a' }, { x: 'a' }], { unique: true }],
])('a value that %s is noticed', (_fault, rows, constraints) => {
  expect(faultsIn(rows, { name: 'x', constraints })).not.toEqual([]);
});

/** The values of a field that are not as described (Frictionless Table Schema). */
function faultsIn(rows: readonly Row[], { name, constraints = {} }: Field): string[] {
  const { required = false, unique = false, pattern = '', enum: words } = constraints;
  const form = new RegExp(pattern);
  const values = rows.map((row) => row[name] ?? '');
  const given = values.filter((value) => value !== '');
  return [
    ...(required ? values.filter((value) => value === '') : []).map(() => 'missing'),
    ...given.filter((value) => !form.test(value) || (words !== undefined && !words.includes(value))),
    ...(unique && new Set(given).size < given.length ? ['repeated'] : []),
  ];
}
