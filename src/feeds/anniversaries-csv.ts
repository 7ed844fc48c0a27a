import { stringify } from 'csv-stringify/sync';
import type { AnniversaryRecord } from './anniversary-record.ts';

const columns = ['pair', 'kind', 'years', 'date', 'precision', 'origin', 'standing', 'alternatives', 'sources', 'note'];

/** Anniversaries as RFC 4180 text with a header row; a cell that a spreadsheet would take for a formula is neutralised. */
export function anniversariesCsv(records: readonly AnniversaryRecord[]): string {
  const rows = records.map((record) => ({
    ...record,
    alternatives: record.alternatives.map(({ kind, date }) => `${kind} ${date}`).join(' | '),
    sources: record.sources.join(' '),
  }));
  return stringify(rows, { header: true, columns, escape_formulas: true });
}
