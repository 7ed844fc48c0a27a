import type { Row, Stop } from '../../src/dataset/files/table.ts';
import type { ImportedStates } from './import-cells.ts';
import { type Column, readColumns } from './import-columns.ts';
import { type ImportedRow, type ImportFault, rowReader } from './import-row.ts';
import { splitSheet } from './split-sheet.ts';

export type ImportFile = {
  readonly rows: readonly ImportedRow[];
  readonly faults: readonly ImportFault[];
  /** The lines of people who have left or are suppressed. */
  readonly leftOut: readonly number[];
  /** The filled columns of unknown meaning. */
  readonly ignored: readonly string[];
};

/**
 * Reads a list of subscribers from a spreadsheet, another program or our own export: a header row that names the address
 * and any of the preferences. Commas or semicolons separate lists within a cell. Every fault has its line, counted from 1
 * as in an editor, and its column; an address may appear once.
 */
export function readImport(text: string, states: ImportedStates): ImportFile {
  const { records, error } = splitSheet(text);
  const [header = { line: 1, cells: [] }, ...others] = records;
  const { columns, faults } = readColumns(header.cells);
  const inHeader = faults.map((fault) => ({ line: header.line, ...fault }));
  if (inHeader.length > 0) return { rows: [], faults: inHeader, leftOut: [], ignored: [] };
  const read = others.map(rowReader(columns, states));
  const { rows, repeats } = withoutRepeats(read.flatMap((each) => ('row' in each ? each.row : [])));
  const inRows = [...read.flatMap((each) => ('faults' in each ? each.faults : [])), ...repeats];
  return {
    rows,
    faults: [...inRows, ...(error ? [faultOfStop(error, columns)] : [])].sort((one, other) => one.line - other.line),
    leftOut: read.flatMap((each) => ('leftIn' in each ? each.leftIn : [])),
    ignored: columns.filter((column) => isForeign(column, others)).map(columnName),
  };
}

function faultOfStop({ line, reason, cell }: Stop, columns: readonly Column[]): ImportFault {
  const column = columns[cell];
  return { line, ...(column && { column: columnName(column) }), reason };
}

function withoutRepeats(read: readonly ImportedRow[]): { rows: ImportedRow[]; repeats: ImportFault[] } {
  const lines = new Map<string, number>();
  const rows: ImportedRow[] = [];
  const repeats: ImportFault[] = [];
  for (const row of read) {
    const earlier = lines.get(row.email.toLowerCase());
    if (earlier === undefined) rows.push(row);
    else repeats.push({ line: row.line, column: 'email', reason: `the address is already on line ${earlier}` });
    lines.set(row.email.toLowerCase(), earlier ?? row.line);
  }
  return { rows, repeats };
}

function isForeign({ meaning, index }: Column, rows: readonly Row[]): boolean {
  return meaning === undefined && rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
}

function columnName({ name, index }: Column): string {
  return name || `column ${index + 1}`;
}
