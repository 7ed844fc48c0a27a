import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import type { Fault } from './fault.ts';

/** A value and the line of its file that it was read from. */
export type Located<Value> = { readonly line: number; readonly value: Value };

/** The result of reading one file: the valid rows, and a fault for every other. */
export type Reading<Value> = {
  readonly rows: readonly Located<Value>[];
  readonly faults: readonly Fault[];
  /** First cells of the rows that have faults: what they name exists, so that one fault does not bring others with it. */
  readonly unread: readonly string[];
};

/** A row as it stands in a file. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** The meaning of a row, or the reasons why it is invalid. */
export type Interpretation<Value> = { readonly value: Value } | { readonly reasons: readonly string[] };

/** The shape of a file: its name, its columns, and how a row is interpreted. */
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
  const unread: string[] = [];
  const { records, error } = splitRecords(text);
  const withHeader = records.length > 0 ? records : [{ line: 1, cells: [] }];
  for (const { line, cells } of withHeader) {
    const result = line === 1 ? interpretHeader(cells, columns) : interpretRow(cells, columns, interpret);
    if (result === undefined) continue;
    if ('value' in result) rows.push({ line, value: result.value });
    else {
      faults.push(...result.reasons.map((reason) => ({ file, line, reason })));
      unread.push(cells[0] ?? '');
    }
  }
  return { rows, faults: error ? [...faults, { file, line: error.line, reason: error.reason }] : faults, unread };
}

/** Writes an RFC 4180 table with LF line ends. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([columns, ...rows].map((cells) => [...cells]));
}

function interpretHeader(cells: readonly string[], columns: readonly string[]): { reasons: string[] } | undefined {
  return cells.join() === columns.join() ? undefined : { reasons: [`the header must read ${columns.join()}`] };
}

function interpretRow<Value>(
  cells: readonly string[],
  columns: readonly string[],
  interpret: Table<Value>['interpret'],
): Interpretation<Value> {
  const formula = cells.find((cell) => /^[=+\-@\t\r]/.test(cell));
  if (formula !== undefined)
    return { reasons: [`"${formula}" is a formula to a spreadsheet: begin it with something else than ${formula[0]}`] };
  if (cells.length === columns.length) return interpret(cells);
  const wanted = `${columns.length} (${columns.join()})`;
  return { reasons: [`${cells.length} columns instead of ${wanted}: a value that holds a comma stands in quotes`] };
}

/** What stops the reading: where, and in which cell of its row, counted from 0. */
export type Stop = Omit<Fault, 'file'> & { readonly cell: number };

type Split = { readonly records: Row[]; readonly error?: Stop };

/**
 * The records as far as they can be told apart, each with the line on which it begins, and what stops the reading. The parser,
 * which takes ten times as long, reads only a text whose quotes or line ends are not those of RFC 4180: it says what is wrong.
 */
export function splitRecords(text: string, delimiter = ','): Split {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const lines = plain.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const records: Row[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = endOfRecord(lines, start);
    const cells = splitCells(lines.slice(start, end).join('\n'), delimiter);
    if (cells === undefined) return parseRecords(plain, delimiter);
    records.push({ line: start + 1, cells });
    start = end;
  }
  return { records };
}

/** `undefined` if the record violates RFC 4180. */
function splitCells(record: string, delimiter: string): string[] | undefined {
  if (record.includes('\r')) return undefined;
  if (!record.includes('"')) return record.split(delimiter);
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"\\${delimiter}]*))(\\${delimiter}|$)`, 'y');
  const cells: string[] = [];
  for (let found = cell.exec(record); found; found = cell.exec(record)) {
    const [, quoted, bare = '', separator] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    if (separator === '') return cells;
  }
  return undefined;
}

/** The line after the record that begins at `start`: after those in which every quote that is opened is closed. */
function endOfRecord(lines: readonly string[], start: number): number {
  let isOpen = false;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.includes('"') && line.split('"').length % 2 === 0) isOpen = !isOpen;
    if (!isOpen) return index + 1;
  }
  return lines.length;
}

function parseRecords(text: string, delimiter: string): Split {
  const records: Row[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const wrong = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is opened and never closed' : error.message;
    const reason = `${wrong}: a quote inside a value is written twice, and the value stands in quotes`;
    return { records, error: { line, reason, cell: Number(error.index) } };
  }
  return { records };
}

/** Parses a cell that may be empty as a date, or gives the reason why it is invalid. */
export function dateIn(column: string, text: string): { date?: PartialDate; reasons: string[] } {
  const date = parsePartialDate(text);
  if (text === '') return { reasons: [] };
  if (date !== undefined) return { date, reasons: [] };
  return { reasons: [`${column} ${text} is not in the calendar: write YYYY-MM-DD, YYYY-MM or YYYY`] };
}

/** The words of a cell, separated by spaces; none in an empty cell. */
export function words(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ');
}

/** Reads a word of a generated file, in which any other is an error. */
export function knownWord<Word extends string>(known: readonly Word[], text: string, file: string): Word {
  const word = known.find((one) => one === text);
  if (word === undefined) throw new RangeError(`${file}: "${text}" is not one of ${known.join(', ')}`);
  return word;
}

/** Whether a cell refers to a source: by its key in `sources.csv`, by a web address, or not at all. */
export function isReference(text: string): boolean {
  return text === '' || /^https?:\/\/\S+$/.test(text) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
