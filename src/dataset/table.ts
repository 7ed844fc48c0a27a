import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Fault } from './fault.ts';

/** A value and the line of its file that it was read from. */
export type Located<Value> = { readonly line: number; readonly value: Value };

/** What reading one file gives: the rows that make sense, and a fault for every one that does not. */
export type Reading<Value> = { readonly rows: readonly Located<Value>[]; readonly faults: readonly Fault[] };

/** A row as it stands in a file. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** What a row says, or the reasons why it says nothing. */
export type Interpretation<Value> = { readonly value: Value } | { readonly reasons: readonly string[] };

const recordsWithLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads an RFC 4180 table with a header row. A row that cannot be interpreted becomes a fault: none is dropped silently.
 * A byte order mark, either line end and quoted line breaks are understood.
 */
export function readTable<Value>(
  file: string,
  text: string,
  columns: readonly string[],
  interpret: (cells: readonly string[]) => Interpretation<Value>,
): Reading<Value> {
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
  try {
    const records = recordsWithLines.parse(parse(text, { bom: true, info: true, relax_column_count: true }));
    return records.map(({ record }, index) => ({ line: (records[index - 1]?.info.lines ?? 0) + 1, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    blame(typeof error.lines === 'number' ? error.lines : 1)(
      `${error.message}: a quote inside a value is written twice`,
    );
    return [];
  }
}
