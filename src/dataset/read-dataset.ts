import { type CalendarDate, firstDayOf } from '../domain/calendar-date.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { isAct } from './acts.ts';
import { byPair } from './by-pair.ts';
import { faultsOfChain } from './chain.ts';
import { type Claim, nameOf, readClaims } from './claims.ts';
import { type Fault, inFileOrder } from './fault.ts';
import type { Dataset } from './resolve.ts';
import { type Ruling, readRulings } from './rulings.ts';
import { readSources } from './sources.ts';
import { readStates } from './states.ts';
import type { Located, Reading } from './table.ts';

/** The files of `data/` that people edit. */
export const editedFiles = ['claims.csv', 'unchained.csv', 'sources.csv', 'states.csv', 'rulings.csv'] as const;

export type DatasetTexts = Readonly<Record<(typeof editedFiles)[number], string>>;

/**
 * Everything that the files say, and everything that is wrong with them, in the order of files and lines.
 * Only a dataset without faults is fit to be resolved.
 *
 * @param today nothing can have happened after it
 */
export function readDataset(texts: DatasetTexts, today: CalendarDate): { dataset: Dataset; faults: Fault[] } {
  const states = readStates(texts['states.csv']);
  const sources = readSources(texts['sources.csv']);
  const claims = readClaims(texts['claims.csv']);
  const unchained = readClaims(texts['unchained.csv'], 'unchained.csv');
  const rulings = readRulings(texts['rulings.csv']);
  const known = {
    states: keysOf(states, ({ code }) => code),
    sources: keysOf(sources, ({ id }) => id),
    today,
  };
  const readable = [claims, unchained].map(({ rows, unread }) =>
    rows.filter(({ value }) => !unread.includes(value.pair)),
  );
  const [chained = [], exceptions = []] = readable;
  const allClaims = [...claims.rows, ...unchained.rows].map(({ value }) => value);
  const faults = [
    ...[states, sources, claims, unchained, rulings].flatMap((reading) => reading.faults),
    ...repeated('states.csv', states.rows, ({ code }) => code),
    ...repeated('sources.csv', sources.rows, ({ id }) => id),
    ...repeated('claims.csv', claims.rows, nameOfClaim),
    ...repeated('unchained.csv', unchained.rows, nameOfClaim),
    ...repeated('rulings.csv', rulings.rows, ({ pair, act, verdict }) => `${pair} ${nameOf(act)} ${verdict}`),
    ...blamed('states.csv', states.rows, ({ predecessors }) => unknownStates(predecessors, known)),
    ...blamed('sources.csv', sources.rows, ({ origin }) => unknownSources([origin], known)),
    ...blamed('claims.csv', claims.rows, (claim) => faultsOfClaim(claim, known)),
    ...blamed('unchained.csv', unchained.rows, (claim) => faultsOfClaim(claim, known)),
    ...blamed('rulings.csv', rulings.rows, ({ sources: cited }) => unknownSources(cited, known)),
    ...blamed('rulings.csv', rulings.rows, unclaimedActs(allClaims)),
    ...faultsOfChain(chained, exceptions),
  ];
  const dataset = {
    states: new Map(states.rows.map(({ value }) => [value.code, value])),
    sources: new Map(sources.rows.map(({ value }) => [value.id, value])),
    claims: allClaims,
    rulings: rulings.rows.map(({ value }) => value),
  };
  return { dataset, faults: faults.sort(inFileOrder) };
}

type Known = {
  readonly states: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly today: CalendarDate;
};

function keysOf<Value>({ rows, unread }: Reading<Value>, keyOf: (value: Value) => string): ReadonlySet<string> {
  return new Set([...rows.map(({ value }) => keyOf(value)), ...unread]);
}

function faultsOfClaim({ pair, date, source }: Claim, known: Known): string[] {
  const isFuture = firstDayOf(date) > known.today;
  return [
    ...unknownStates(partiesOf(pair), known),
    ...unknownSources([source], known),
    ...(isFuture ? [`${date} lies in the future: only what has happened is claimed`] : []),
  ];
}

function unclaimedActs(claims: readonly Claim[]): (ruling: Ruling) => string[] {
  const claimsOf = byPair(claims);
  return (ruling) =>
    ('other' in ruling ? [ruling.act, ruling.other] : [ruling.act])
      .filter((act) => !claimsOf.get(ruling.pair)?.some((claim) => isAct(claim, act)))
      .map(
        (act) => `no claim of ${ruling.pair} says ${nameOf(act)}: name an act as a claim has it, or remove the ruling`,
      );
}

function unknownStates(codes: readonly string[], { states }: Known): string[] {
  return codes
    .filter((code) => !states.has(code))
    .map((code) => `no state has the code ${code}: correct it, or add the state to states.csv`);
}

function unknownSources(ids: readonly string[], { sources }: Known): string[] {
  return ids
    .filter((id) => !sources.has(id))
    .map((id) => `no source has the key "${id}": correct it, or add the source to sources.csv`);
}

function nameOfClaim(claim: Claim): string {
  return `${claim.pair} ${nameOf(claim)} by ${claim.source}`;
}

function blamed<Value>(file: string, rows: readonly Located<Value>[], reasonsFor: (value: Value) => string[]): Fault[] {
  return rows.flatMap(({ line, value }) => reasonsFor(value).map((reason) => ({ file, line, reason })));
}

function repeated<Value>(file: string, rows: readonly Located<Value>[], keyOf: (value: Value) => string): Fault[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const key = keyOf(value);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first === undefined ? [] : [{ file, line, reason: `${key} stands already on line ${first}: keep one` }];
  });
}
