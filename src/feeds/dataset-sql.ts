import { precisionOf } from '../domain/calendar-date.ts';
import { partiesOf } from '../domain/relation-event.ts';
import type { ResolvedDataset } from '../domain/resolved-dataset.ts';
import { terms } from './dataset-record.ts';

type Value = string | number | undefined;

const ROWS_AT_ONCE = 500;

const tables = {
  state: `code TEXT PRIMARY KEY, name TEXT NOT NULL, official_name TEXT NOT NULL, since TEXT, until TEXT, un_member_since TEXT,
  capital TEXT NOT NULL, time_zone TEXT NOT NULL, region TEXT NOT NULL, subregion TEXT NOT NULL, kind TEXT NOT NULL`,
  predecessor:
    'state TEXT NOT NULL REFERENCES state, predecessor TEXT NOT NULL REFERENCES state, PRIMARY KEY (state, predecessor)',
  source: `id TEXT PRIMARY KEY, publisher TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, grade TEXT NOT NULL,
  licence TEXT NOT NULL, retrieved TEXT NOT NULL, origin TEXT NOT NULL REFERENCES source`,
  event: `id INTEGER PRIMARY KEY, pair TEXT NOT NULL, first_party TEXT NOT NULL REFERENCES state,
  second_party TEXT NOT NULL REFERENCES state, kind TEXT NOT NULL, date TEXT NOT NULL, precision TEXT NOT NULL,
  evidence TEXT NOT NULL, acted_as TEXT NOT NULL, acted_by TEXT, level TEXT, manner TEXT, doubts TEXT NOT NULL, tag TEXT,
  remark TEXT, UNIQUE (pair, kind, date)`,
  event_source: `event INTEGER NOT NULL REFERENCES event, weight INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source,
  PRIMARY KEY (event, source)`,
  cited: 'event INTEGER NOT NULL REFERENCES event, publisher TEXT NOT NULL, url TEXT NOT NULL',
  alternative: `event INTEGER NOT NULL REFERENCES event, kind TEXT NOT NULL, date TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source`,
} as const;

/**
 * Streams the dataset as SQL for an empty SQLite database. Numbers the sources of an event, weightiest first.
 */
export function* datasetSql(facts: ResolvedDataset): Generator<string> {
  yield `-- ${terms.licence.name} ${terms.licence.url}\n-- ${terms.attribution}\nPRAGMA foreign_keys = ON;\nBEGIN;\n`;
  yield 'PRAGMA defer_foreign_keys = ON;\n';
  for (const [name, columns] of Object.entries(tables)) yield `CREATE TABLE ${name} (\n  ${columns}\n);\n`;
  for (const [name, rows] of Object.entries(toRows(facts))) yield* insertions(name, rows);
  yield 'CREATE INDEX event_first_party ON event (first_party);\nCREATE INDEX event_second_party ON event (second_party);\n';
  yield 'COMMIT;\n';
}

function toRows({ states, sources, timelines }: ResolvedDataset): Readonly<Record<keyof typeof tables, Value[][]>> {
  const events = timelines
    .flatMap(({ pair, events }) => events.map((event) => ({ pair, event })))
    .map(({ pair, event }, index) => ({ id: index + 1, pair, ...event }));
  return {
    state: states.map((state) => [
      ...[state.code, state.name, state.officialName, state.since, state.until, state.unMemberSince],
      ...[state.capital, state.timeZone, state.region, state.subregion, state.kind],
    ]),
    predecessor: states.flatMap(({ code, predecessors }) => predecessors.map((predecessor) => [code, predecessor])),
    source: sources.map(({ id, publisher, title, url, grade, licence, retrieved, origin }) => [
      ...[id, publisher, title, url, grade, licence, retrieved, origin],
    ]),
    event: events.map(({ id, pair, kind, date, evidence, as = [], by, level, manner, doubts = [], tag, remark }) => [
      ...[id, pair, ...partiesOf(pair), kind, date, precisionOf(date), evidence],
      ...[as.join(' '), by, level, manner, doubts.join(' '), tag, remark],
    ]),
    event_source: events.flatMap(({ id, sources: named }) => named.map((source, index) => [id, index + 1, source])),
    cited: events.flatMap(({ id, cited = [] }) => cited.map(({ publisher, url }) => [id, publisher, url])),
    alternative: events.flatMap(({ id, alternatives }) =>
      alternatives.flatMap(({ kind, date, sources: named }) => named.map((source) => [id, kind, date, source])),
    ),
  };
}

function* insertions(table: string, rows: readonly Value[][]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => `(${row.map(literal).join(', ')})`);
    yield `INSERT INTO ${table} VALUES\n${values.join(',\n')};\n`;
  }
}

/** Writes a value as an SQL literal. SQLite ends a text at a NUL. */
function literal(value: Value): string {
  if (value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''").replaceAll('\0', '')}'`;
}
