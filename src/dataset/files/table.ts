import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import type { Fault } from './fault.ts';

/** A value and its line in the file. */
export type Located<Value> = { readonly line: number; readonly value: Value };

/** The result of reading one file: the valid rows, and the faults of all others. */
export type Reading<Value> = {
  readonly rows: readonly Located<Value>[];
  readonly faults: readonly Fault[];
  /** First cells of faulty rows. References to them count as valid, so that one fault does not cause others. */
  readonly unread: readonly string[];
};

/** A raw row of a file. */
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
 * Reads an RFC 4180 table with a header row. Every row that it cannot interpret becomes a fault. Accepts a byte order
 * mark, LF or CRLF, and quoted line breaks.
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
    return { reasons: [`"${formula}" would be a formula in a spreadsheet: do not begin it with ${formula[0]}`] };
  if (cells.length === columns.length) return interpret(cells);
  const wanted = `${columns.length} (${columns.join()})`;
  return { reasons: [`${cells.length} columns instead of ${wanted}: quote values that contain a comma`] };
}

/** A syntax error that stops the reading, and its cell in the row, counted from 0. */
export type Stop = Omit<Fault, 'file'> & { readonly cell: number };

type Split = { readonly records: Row[]; readonly error?: Stop };

/**
 * Splits a text into records with the lines on which they begin, up to the first syntax error. Runs the CSV parser, which
 * takes ten times as long, only if the text violates RFC 4180, for its error message.
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

/** Splits a record into cells; `undefined` if it violates RFC 4180. */
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

/** Returns the index of the line after the record that begins at `start`: the first after which no quote is open. */
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
    const wrong = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is never closed' : error.message;
    const reason = `${wrong}: a quote inside a value must be doubled, and the value quoted`;
    return { records, error: { line, reason, cell: Number(error.index) } };
  }
  return { records };
}

/** Parses a date from a cell that may be empty, or explains why it is invalid. */
export function dateIn(column: string, text: string): { date?: PartialDate; reasons: string[] } {
  const date = parsePartialDate(text);
  if (text === '') return { reasons: [] };
  if (date !== undefined) return { date, reasons: [] };
  return { reasons: [`${column} ${text} is not in the calendar: write YYYY-MM-DD, YYYY-MM or YYYY`] };
}

/** Splits a cell at spaces; an empty cell has no words. */
export function words(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ');
}

/** Parses a word of a generated file; throws on any that is not `known`. */
export function knownWord<Word extends string>(known: readonly Word[], text: string, file: string): Word {
  const word = known.find((one) => one === text);
  if (word === undefined) throw new RangeError(`${file}: "${text}" is not one of ${known.join(', ')}`);
  return word;
}

/** Checks whether a cell is a key of `sources.csv`, a web address, or empty. */
export function isReference(text: string): boolean {
  return text === '' || /^https?:\/\/\S+$/.test(text) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
