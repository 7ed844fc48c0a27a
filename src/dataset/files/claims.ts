import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import { type Circumstances, type EventKind, eventKinds, type Pair, pairOf } from '../../domain/relation-event.ts';
import { circumstanceColumns, interpretCircumstances } from './circumstances.ts';
import { type Interpretation, type Reading, readTable } from './table.ts';

/** A source's statement about one act: a row of `data/claims.csv`. */
export type Claim = Circumstances & {
  readonly pair: Pair;
  readonly kind: EventKind;
  readonly date: PartialDate;
  /** Key of `data/sources.csv`. */
  readonly source: string;
};

/** An act, identified by the kind and date of a claim. */
export type NamedAct = Pick<Claim, 'kind' | 'date'>;

export const claimColumns = ['pair', 'kind', 'date', 'source', ...circumstanceColumns] as const;

export function readClaims(text: string, file = 'claims.csv'): Reading<Claim> {
  return readTable(text, { file, columns: claimColumns, interpret });
}

/** Checks whether both have the same kind and date. */
export function isAct(one: NamedAct, other: NamedAct): boolean {
  return one.kind === other.kind && one.date === other.date;
}

/** Formats an act as in the data: `established 1993-10-12`. */
export function formatAct({ kind, date }: NamedAct): string {
  return `${kind} ${date}`;
}

/**
 * Parses an act, or explains why it is invalid.
 *
 * @example
 * interpretAct('severed 1990-04') // => { value: { kind: 'severed', date: '1990-04' } }
 */
export function interpretAct(text: string): Interpretation<NamedAct> {
  const [kindText = '', dateText = ''] = text.split(' ');
  const kind = eventKinds.find((known) => known === kindText);
  const date = parsePartialDate(dateText);
  const reasons: string[] = [];
  if (kind === undefined) reasons.push(`unknown kind "${kindText}": one of ${eventKinds.join(', ')}`);
  if (date === undefined)
    reasons.push(`"${dateText}" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY`);
  return kind === undefined || date === undefined ? { reasons } : { value: { kind, date } };
}

/** Parses a pair, or explains why it is invalid. */
export function interpretPair(text: string): Interpretation<Pair> {
  const [, one = '', other = ''] = /^([A-Z]{2})-([A-Z]{2})$/.exec(text) ?? [];
  if (one === '')
    return { reasons: [`"${text}" is not a pair: write two state codes joined by a hyphen, such as CN-LS`] };
  if (one === other) return { reasons: [`${text} names the same state twice`] };
  const pair = pairOf(one, other);
  return pair === text
    ? { value: pair }
    : { reasons: [`the codes of ${text} are not in alphabetical order: write ${pair}`] };
}

function interpret(cells: readonly string[]): Interpretation<Claim> {
  const [pairText = '', kind = '', date = '', source = '', ...rest] = cells;
  const pair = interpretPair(pairText);
  const act = interpretAct(`${kind} ${date}`);
  const circumstances = interpretCircumstances(rest);
  if ('value' in pair && 'value' in act && 'value' in circumstances) {
    return { value: { pair: pair.value, ...act.value, source, ...circumstances.value } };
  }
  return { reasons: [pair, act, circumstances].flatMap((read) => ('reasons' in read ? read.reasons : [])) };
}
