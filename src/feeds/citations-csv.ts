import { stringify } from 'csv-stringify/sync';
import type { Timeline } from '../domain/timeline.ts';

/** Writes the encyclopedia's citations for each event, a row per work, as CSV; we have not read these works. */
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
