import { pairOf, type StateCode } from '../../domain/relation-event.ts';
import { claimColumns } from '../files/claims.ts';
import { sourceColumns } from '../files/sources.ts';
import { splitRecords, writeTable } from '../files/table.ts';
import type { ListedAct } from './own-list.ts';

type Texts = { readonly claims: string; readonly sources: string };

/** The list of a ministry, and where it was read. */
export type OwnListSource = {
  readonly acts: readonly ListedAct[];
  readonly state: StateCode;
  readonly source: {
    readonly id: string;
    readonly publisher: string;
    readonly url: string;
    readonly retrieved: string;
  };
};

/**
 * Adds the list to the texts of `claims.csv` and `sources.csv`, as claims of an official source of its state. Does not
 * repeat existing claims of the source. A source that is not on file needs a publisher and an address.
 */
export function withOwnList(
  texts: Texts,
  { acts, state, source }: OwnListSource,
): (Texts & { readonly added: number }) | { readonly reason: string } {
  const sources = readRows(texts.sources);
  const isKnown = sources.some(([id]) => id === source.id);
  if (!isKnown && (source.publisher === '' || source.url === ''))
    return { reason: `${source.id} is not in sources.csv: add --publisher and --url` };
  const official = { source: source.id, grade: 'official', licence: 'facts only', government: state };
  const line = { ...official, title: 'Dates of diplomatic relations', ...source };
  const claims = readRows(texts.claims);
  const known = new Set(claims.map(claimKey));
  const listed = acts.map(({ partner, kind, date }) => ({
    pair: pairOf(state, partner),
    kind,
    date,
    source: source.id,
  }));
  const added = listed.map((claim) => toRow(claimColumns, claim)).filter((row) => !known.has(claimKey(row)));
  return {
    claims: writeTable(claimColumns, sortRows([...claims, ...added])),
    sources: isKnown ? texts.sources : writeTable(sourceColumns, sortRows([...sources, toRow(sourceColumns, line)])),
    added: added.length,
  };
}

function readRows(text: string): (readonly string[])[] {
  return splitRecords(text)
    .records.slice(1)
    .map(({ cells }) => cells);
}

function toRow(columns: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return columns.map((column) => values[column] ?? '');
}

/** Returns the key of a claim, which a source can make only once: pair, kind, date and source. */
function claimKey(row: readonly string[]): string {
  return row.slice(0, 4).join(' ');
}

/** Sorts rows as the files do: by their columns from left to right. */
function sortRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return [...rows].sort((one, other) => (one.join('\0') < other.join('\0') ? -1 : 1));
}
