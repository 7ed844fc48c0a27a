import { stringify } from 'csv-stringify/sync';
import type { AnniversaryRecord } from './anniversary-record.ts';

const columns = [
  ...[
    'pair',
    'kind',
    'years',
    'date',
    'precision',
    'origin',
    'days',
    'evidence',
    'confidence',
    'alternatives',
    'sources',
    'cited',
  ],
  ...['as', 'by', 'level', 'manner', 'doubts', 'tag', 'remark'],
];

/** Rows per chunk: one by one takes seven times as long, and all at once do not fit into memory. */
const ROWS_AT_ONCE = 500;

/**
 * Streams anniversaries as RFC 4180 text with a header row. Neutralises cells that a spreadsheet would take for formulas.
 */
export function* anniversariesCsv(records: Iterable<AnniversaryRecord>): Generator<string> {
  let [rows, header]: [ReturnType<typeof toCsvRow>[], boolean] = [[], true];
  for (const record of records) {
    rows.push(toCsvRow(record));
    if (rows.length < ROWS_AT_ONCE) continue;
    yield stringify(rows, { header, columns, escape_formulas: true });
    [rows, header] = [[], false];
  }
  yield stringify(rows, { header, columns, escape_formulas: true });
}

function toCsvRow(record: AnniversaryRecord) {
  return {
    ...record,
    days: record.days.map(({ date, sources }) => [date, ...sources].join(' ')).join(' | '),
    confidence: record.confidence?.share,
    alternatives: record.alternatives.map(({ kind, date }) => `${kind} ${date}`).join(' | '),
    sources: record.sources.join(' '),
    cited: record.cited.map(({ publisher }) => publisher).join(' | '),
    as: record.as.join(' '),
    doubts: record.doubts.join(' '),
  };
}
