import { type Pair, pairOf, type StateCode } from '../domain/relation-event.ts';
import { findStates, stateNamed } from './find-states.ts';
import type { NamedState } from './state-index.ts';

/** A typed name: of one state, of one of several (`mayMean`), of none, or empty. */
export type TypedName = {
  readonly text: string;
  readonly code?: StateCode | undefined;
  readonly mayMean: readonly StateCode[];
};

/** Two typed names that do not make a pair. */
export type TypedPair = { readonly one: TypedName; readonly other: TypedName };

const MAX_SUGGESTED = 6;
/** The most rows read; no form of ours sends more. */
const MAX_ROWS = 20;

/**
 * Reads the typed name of a state.
 *
 * @example
 * readTypedName('UK', index) // => { text: 'UK', code: 'GB', mayMean: [] }
 * readTypedName('Congo', index) // => { text: 'Congo', code: undefined, mayMean: ['CD', 'CG'] }
 */
function readTypedName(typed: string, index: readonly NamedState[]): TypedName {
  const text = typed.trim();
  const code = stateNamed(text, index);
  const mayMean = code === undefined ? (findStates(text, index)?.codes ?? []) : [];
  return { text, code, mayMean: mayMean.slice(0, MAX_SUGGESTED) };
}

/** Reads the rows of a form with pairs typed as two names, `pairOne` and `pairOther`. */
export function readTypedPairs(
  form: URLSearchParams,
  index: readonly NamedState[],
): { readonly pairs: readonly Pair[]; readonly unclear: readonly TypedPair[] } {
  const others = form.getAll('pairOther');
  const rows = form
    .getAll('pairOne')
    .slice(0, MAX_ROWS)
    .map((one, row) => ({ one: readTypedName(one, index), other: readTypedName(others[row] ?? '', index) }))
    .filter(({ one, other }) => one.text + other.text !== '');
  return { pairs: rows.flatMap((row) => pairIn(row) ?? []), unclear: rows.filter((row) => pairIn(row) === undefined) };
}

function pairIn({ one, other }: TypedPair): Pair | undefined {
  if (one.code === undefined || other.code === undefined || one.code === other.code) return undefined;
  return pairOf(one.code, other.code);
}

/** Reads a typed list of states: names or codes separated by commas of any script, codes also by spaces. */
export function readTypedList(typed: string, index: readonly NamedState[]): readonly TypedName[] {
  const codes = new Set(index.map(({ code }) => code));
  const areCodes = (words: readonly string[]) => words.every((word) => codes.has(word.toUpperCase()));
  return typed
    .split(/[,;，；、،؛\r\n]/)
    .filter((part) => part.trim() !== '')
    .slice(0, MAX_ROWS)
    .flatMap((part) => (areCodes(part.trim().split(/\s+/)) ? part.trim().split(/\s+/) : [part]))
    .map((part) => readTypedName(part, index));
}
