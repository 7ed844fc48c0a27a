import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Fault } from './fault.ts';

/** A value and the line of its file that it was read from. */
export type Located<Value> = { readonly line: number; readonly value: Value };

/** What reading one file gives: the rows that make sense, and a fault for every one that does not. */
export type Reading<Value> = { readonly rows: readonly Located<Value>[]; readonly faults: readonly Fault[] };

/** A row as it stands in a file. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** What a row says, or the reasons why it says nothing. */
export type Interpretation<Value> = { readonly value: Value } | { readonly reasons: readonly string[] };

/** The shape of a file: its name, its columns, and what a row of it says. */
export type Table<Value> = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly interpret: (cells: readonly string[]) => Interpretation<Value>;
};

/**
 * Reads an RFC 4180 table with a header row. A row that cannot be interpreted becomes a fault: none is dropped silently.
 * A byte order mark, either line end and quoted line breaks are understood.
 */
export function readTable<Value>(text: string, { file, columns, interpret }: Table<Value>): Reading<Value> {
  const rows: Located<Value>[] = [];
  const faults: Fault[] = [];
  const blame = (line: number) => (reason: string) => faults.push({ file, line, reason });
  for (const { line, cells } of splitRows(text, blame)) {
    if (line === 1) {
      if (cells.join() !== columns.join()) blame(1)(`the header must read ${columns.join()}`);
    } else if (cells.length !== columns.length) {
      blame(line)(
        `${cells.length} columns instead of ${columns.length} (${columns.join()}): quote a value that holds a comma`,
      );
    } else {
      const result = interpret(cells);
      if ('value' in result) rows.push({ line, value: result.value });
      else result.reasons.forEach(blame(line));
    }
  }
  return { rows, faults };
}

/** Writes an RFC 4180 table with LF line ends. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([columns, ...rows].map((cells) => [...cells]));
}

function splitRows(text: string, blame: (line: number) => (reason: string) => void): Row[] {
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    blame(line)(`${error.message}: a quote inside a value is written twice, and the value stands in quotes`);
  }
  return rows;
}
