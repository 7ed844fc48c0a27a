import { stringify } from 'csv-stringify/sync';
import type { Timeline } from '../domain/timeline.ts';

/** What the encyclopedia cites for each event, a row for each work: cited, not read by us. */
export function citationsCsv(timelines: readonly Timeline[]): string {
  const rows = timelines.flatMap(({ pair, events }) =>
    events.flatMap(({ kind, date, cited = [] }) =>
      cited.map(({ publisher, url }) => ({ pair, kind, date, publisher, url })),
    ),
  );
  return stringify(rows, {
    header: true,
    columns: ['pair', 'kind', 'date', 'publisher', 'url'],
    escape_formulas: true,
  });
}
