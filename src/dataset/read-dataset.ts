import { type CalendarDate, firstDayOf } from '../domain/calendar-date.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { readChanges } from './files/changes.ts';
import { type Citation, readCitations } from './files/citations.ts';
import { type Claim, formatAct, isAct, readClaims } from './files/claims.ts';
import { compareFaults, type Fault } from './files/fault.ts';
import { readPredecessors } from './files/predecessors.ts';
import { type Ruling, readRulings } from './files/rulings.ts';
import { readSearched } from './files/searched.ts';
import { readSources } from './files/sources.ts';
import { readStates } from './files/states.ts';
import { readStatuses } from './files/status.ts';
import type { Located, Reading } from './files/table.ts';
import { readWeekends } from './files/weekends.ts';
import { byPair } from './resolving/by-pair.ts';
import { faultsOfChain } from './resolving/chain.ts';
import type { ClaimedDataset } from './resolving/resolve.ts';

/** The files of `data/` that people edit. */
export const editedFiles = [
  'claims.csv',
  'unchained.csv',
  'sources.csv',
  'states.csv',
  'rulings.csv',
  'predecessors.csv',
  'status.csv',
  'citations.csv',
  'searched.csv',
  'changes.csv',
  'weekends.csv',
] as const;

export type DatasetFile = (typeof editedFiles)[number];

/**
 * Reads all files, and collects their faults in the order of files and lines. Resolve only a dataset without faults.
 *
 * @param today later dates are faults
 */
export function readDataset(
  text: (file: DatasetFile) => string,
  today: CalendarDate,
): { dataset: ClaimedDataset; faults: Fault[] } {
  const files = readFiles(text);
  const faults = [
    ...Object.values(files).flatMap((reading) => reading.faults),
    ...faultsOfRepetition(files),
    ...faultsOfReference(files, today),
    ...faultsOfChain(selectReadable(files.claims), selectReadable(files.unchained)),
  ];
  return { dataset: toDataset(files), faults: faults.sort(compareFaults) };
}

type Files = ReturnType<typeof readFiles>;

function readFiles(text: (file: DatasetFile) => string) {
  return {
    states: readStates(text('states.csv')),
    sources: readSources(text('sources.csv')),
    claims: readClaims(text('claims.csv')),
    unchained: readClaims(text('unchained.csv'), 'unchained.csv'),
    rulings: readRulings(text('rulings.csv')),
    predecessors: readPredecessors(text('predecessors.csv')),
    statuses: readStatuses(text('status.csv')),
    citations: readCitations(text('citations.csv')),
    searched: readSearched(text('searched.csv')),
    changes: readChanges(text('changes.csv')),
    weekends: readWeekends(text('weekends.csv')),
  };
}

function toDataset({ states, sources, claims, unchained, rulings, predecessors }: Files): ClaimedDataset {
  return {
    states: new Map(states.rows.map(({ value }) => [value.code, value])),
    sources: new Map(sources.rows.map(({ value }) => [value.id, value])),
    claims: [...claims.rows, ...unchained.rows].map(({ value }) => value),
    rulings: rulings.rows.map(({ value }) => value),
    predecessors: predecessors.rows.map(({ value }) => value),
  };
}

/** Selects the claims of fully readable pairs; the chain rule cannot be checked for others. */
function selectReadable({ rows, unread }: Reading<Claim>): Located<Claim>[] {
  return rows.filter(({ value }) => !unread.includes(value.pair));
}

function faultsOfRepetition({ states, sources, claims, unchained, rulings, citations, weekends }: Files): Fault[] {
  return [
    ...findRepeats('states.csv', states.rows, ({ code }) => code),
    ...findRepeats('sources.csv', sources.rows, ({ id }) => id),
    ...findRepeats('claims.csv', claims.rows, nameOfClaim),
    ...findRepeats('unchained.csv', unchained.rows, nameOfClaim),
    ...findRepeats('rulings.csv', rulings.rows, ({ pair, act, verdict }) => `${pair} ${formatAct(act)} ${verdict}`),
    ...findRepeats('citations.csv', citations.rows, ({ publisher, url }) => `${publisher} ${url}`.trim()),
    ...findRepeats('weekends.csv', weekends.rows, ({ state }) => state),
  ];
}

/** Finds references to missing rows, and dates in the future. */
function faultsOfReference(files: Files, today: CalendarDate): Fault[] {
  const { states, sources, claims, unchained, rulings, citations, changes, weekends } = files;
  const known = {
    states: collectKeys(states, ({ code }) => code),
    sources: collectKeys(sources, ({ id }) => id),
    today,
  };
  return [
    ...faultsIn('states.csv', states.rows, ({ predecessors }) => unknownStates(predecessors, known)),
    ...faultsIn('sources.csv', sources.rows, ({ origin }) => unknownSources([origin], known)),
    ...faultsIn('claims.csv', claims.rows, (claim) => faultsOfClaim(claim, known)),
    ...faultsIn('unchained.csv', unchained.rows, (claim) => faultsOfClaim(claim, known)),
    ...faultsIn('rulings.csv', rulings.rows, (ruling) => unknownSources(ruling.sources, known)),
    ...faultsIn('rulings.csv', rulings.rows, unclaimedActs(toDataset(files).claims)),
    ...faultsIn('changes.csv', changes.rows, (change) => unknownSources(change.sources, known)),
    ...faultsIn('citations.csv', citations.rows, unclaimedCitations(toDataset(files).claims, known)),
    ...faultsIn('weekends.csv', weekends.rows, ({ state }) => unknownStates([state], known)),
  ];
}

type KnownKeys = {
  readonly states: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly today: CalendarDate;
};

function collectKeys<Value>({ rows, unread }: Reading<Value>, keyOf: (value: Value) => string): ReadonlySet<string> {
  return new Set([...rows.map(({ value }) => keyOf(value)), ...unread]);
}

function faultsOfClaim({ pair, date, source }: Claim, known: KnownKeys): string[] {
  const isFuture = firstDayOf(date) > known.today;
  return [
    ...unknownStates(partiesOf(pair), known),
    ...unknownSources([source], known),
    ...(isFuture ? [`${date} is in the future: claim only what has happened`] : []),
  ];
}

function unclaimedActs(claims: readonly Claim[]): (ruling: Ruling) => string[] {
  const claimsByPair = byPair(claims);
  return (ruling) =>
    ('other' in ruling ? [ruling.act, ruling.other] : [ruling.act])
      .filter((act) => !claimsByPair.get(ruling.pair)?.some((claim) => isAct(claim, act)))
      .map(
        (act) =>
          `no claim of ${ruling.pair} has ${formatAct(act)}: copy kind and date from a claim, or remove the ruling`,
      );
}

function unclaimedCitations(claims: readonly Claim[], known: KnownKeys): (citation: Citation) => string[] {
  const names = new Set(claims.map(nameOfClaim));
  return (citation) => [
    ...unknownSources(citation.lists, known),
    ...citation.claims
      .map(nameOfClaim)
      .filter((name) => !names.has(name))
      .map((name) => `claims.csv has no ${name}: copy a claim from there, or remove this one`),
  ];
}

function unknownStates(codes: readonly string[], { states }: KnownKeys): string[] {
  return codes
    .filter((code) => !states.has(code))
    .map((code) => `no state has the code ${code}: correct it, or add the state to states.csv`);
}

function unknownSources(ids: readonly string[], { sources }: KnownKeys): string[] {
  return ids
    .filter((id) => !sources.has(id))
    .map((id) => `no source has the key "${id}": correct it, or add the source to sources.csv`);
}

function nameOfClaim(claim: Pick<Claim, 'pair' | 'kind' | 'date' | 'source'>): string {
  return `${claim.pair} ${formatAct(claim)} by ${claim.source}`;
}

function faultsIn<Value>(
  file: string,
  rows: readonly Located<Value>[],
  reasonsFor: (value: Value) => string[],
): Fault[] {
  return rows.flatMap(({ line, value }) => reasonsFor(value).map((reason) => ({ file, line, reason })));
}

function findRepeats<Value>(file: string, rows: readonly Located<Value>[], keyOf: (value: Value) => string): Fault[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const key = keyOf(value);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first === undefined ? [] : [{ file, line, reason: `${key} is already on line ${first}: keep one` }];
  });
}
