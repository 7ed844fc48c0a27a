import * as z from 'zod';
import { type Row, splitRecords } from '../../src/dataset/files/table.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { mailAddress } from '../../src/requests/address.ts';
import { type KnownStates, preferenceFields } from '../../src/requests/preferences.ts';
import { readPreferencesForm } from '../../src/requests/preferences-form.ts';

/** Somebody to be subscribed, and the line of the file that says so. */
export type ImportedRow = { readonly line: number; readonly email: string; readonly preferences: Preferences };

export type ImportFault = { readonly line: number; readonly reason: string };

export type ImportFile = { readonly rows: readonly ImportedRow[]; readonly faults: readonly ImportFault[] };

/**
 * Reads a list of subscribers as spreadsheets write it: a header row that names `email` and any of the preferences,
 * commas or semicolons, any line end, quoted line breaks, a byte order mark. Lists within a cell are parted by commas.
 * Every fault has its line, counted from 1 as an editor counts; an address that stands twice is one.
 */
export function readImport(text: string, states: KnownStates): ImportFile {
  const { records, error } = splitRecords(text, delimiterOf(text));
  const [header, ...others] = records;
  const columns = header?.cells.map((name) => name.trim()) ?? [];
  const unknown = columns.filter((name) => name !== 'email' && !(name in preferenceFields(states)));
  if (!columns.includes('email')) return refuse('the first line must name the columns, among them email');
  if (unknown.length > 0) return refuse(`unknown column ${unknown.join(', ')}`);
  const schema = z.object({ email: mailAddress, ...preferenceFields(states) });
  const written = others.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return withoutRepeats([...written.map((record) => readRow(record, columns, schema)), ...(error ? [error] : [])]);
}

function refuse(reason: string): ImportFile {
  return { rows: [], faults: [{ line: 1, reason }] };
}

function readRow(
  { line, cells }: Row,
  columns: readonly string[],
  schema: z.ZodType<Preferences & { email: string }>,
): ImportedRow | ImportFault {
  if (cells.length !== columns.length) return { line, reason: `${cells.length} cells under ${columns.length} columns` };
  const filled = columns.map((name, index): [string, string] => [name, cells[index]?.trim() ?? '']);
  const form = new URLSearchParams(filled.filter(([, cell]) => cell !== '' && cell !== 'false'));
  const parsed = schema.safeParse({ email: form.get('email') ?? '', ...readPreferencesForm(form) });
  if (parsed.success) {
    const { email, ...preferences } = parsed.data;
    return { line, email, preferences };
  }
  const [issue] = parsed.error.issues;
  return { line, reason: `${String(issue?.path[0])}: ${issue?.message}` };
}

function withoutRepeats(read: readonly (ImportedRow | ImportFault)[]): ImportFile {
  const lines = new Map<string, number>();
  const rows: ImportedRow[] = [];
  const faults: ImportFault[] = [];
  for (const row of read) {
    if ('reason' in row) {
      faults.push(row);
      continue;
    }
    const earlier = lines.get(row.email.toLowerCase());
    if (earlier === undefined) rows.push(row);
    else faults.push({ line: row.line, reason: `email: the address stands in line ${earlier} already` });
    lines.set(row.email.toLowerCase(), earlier ?? row.line);
  }
  return { rows, faults };
}

function delimiterOf(text: string): ',' | ';' {
  const [header = ''] = text.split(/[\r\n]/, 1);
  return header.includes(';') ? ';' : ',';
}
