import * as z from 'zod';
import type { Row } from '../../src/dataset/files/table.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { mailAddress } from '../../src/requests/address.ts';
import { preferenceFields } from '../../src/requests/preferences.ts';
import { readPreferencesForm } from '../../src/requests/preferences-form.ts';
import { cellReader, type ImportedStates } from './import-cells.ts';
import type { Column } from './import-columns.ts';
import { readStanding, saysLeft } from './import-status.ts';

/** A person to subscribe, with their line in the file. */
export type ImportedRow = {
  readonly line: number;
  readonly email: string;
  readonly preferences: Preferences;
  /** Whether the original list still waits for their confirmation. */
  readonly isPending: boolean;
};

export type ImportFault = { readonly line: number; readonly column?: string; readonly reason: string };

/** The meaning of a row: a person to subscribe, a person who has left, or all its faults. */
type ReadRow =
  | { readonly row: ImportedRow }
  | { readonly leftIn: number }
  | { readonly faults: readonly ImportFault[] };

/** Creates a reader of rows with these columns. */
export function rowReader(columns: readonly Column[], states: ImportedStates): (row: Row) => ReadRow {
  const schema = z.object({ email: mailAddress, ...preferenceFields(new Set(states.map(({ code }) => code))) });
  const cells = cellReader(states);

  function readFields(fields: URLSearchParams, line: number): ReadRow {
    const standing = readStanding(fields.get('status') ?? '');
    if (standing === 'left' || fields.getAll('leaving').some(saysLeft)) return { leftIn: line };
    const raw = { email: fields.get('email') ?? '', ...readPreferencesForm(fields) };
    const parsed = schema.safeParse(raw);
    if (!parsed.success || standing === undefined) {
      const issues = [...(parsed.error?.issues ?? []), ...(standing === undefined ? [unknownStatus] : [])];
      return { faults: issues.map((issue) => toFault(issue, raw, line)) };
    }
    const { email, ...preferences } = parsed.data;
    return { row: { line, email, preferences, isPending: standing === 'pending' } };
  }

  function toFault({ path, message }: Issue, raw: object, line: number): ImportFault {
    const column = columns.find(({ meaning }) => meaning === path[0]);
    const meant = column?.meaning === undefined ? [] : cells.suggest(column.meaning, textAt(raw, path));
    const question = meant.length === 0 ? '' : `: did you mean ${meant.join(' or ')}?`;
    return { line, column: column?.name ?? String(path[0]), reason: message + question };
  }

  return ({ line, cells: typed }) => {
    const reason = miscount(typed, columns);
    if (reason !== undefined) return { faults: [{ line, reason }] };
    const fields = columns.flatMap(({ meaning, index }): [string, string][] => {
      const cell = typed[index]?.trim() ?? '';
      return meaning === undefined || cell === '' ? [] : [[meaning, cells.read(meaning, cell)]];
    });
    return readFields(new URLSearchParams(fields), line);
  };
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

const unknownStatus: Issue = {
  path: ['status'],
  message: 'is unknown: write active or pending, or unsubscribed or suppressed to skip the row',
};

function miscount(cells: readonly string[], { length }: readonly Column[]): string | undefined {
  const isTooLong = cells.slice(length).some((cell) => cell.trim() !== '');
  if (cells.length >= length && !isTooLong) return undefined;
  return `${cells.length} cells under ${length} columns: quote cells that contain the delimiter`;
}

/** Returns the rejected text: that of the field, or of one entry of its list. */
function textAt(raw: object, path: Issue['path']): string {
  const [field, entry] = path;
  const value: unknown = Object.entries(raw).find(([name]) => name === field)?.[1];
  return String(Array.isArray(value) && typeof entry === 'number' ? value[entry] : value);
}
