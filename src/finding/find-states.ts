import { distance } from 'fastest-levenshtein';
import type { StateCode } from '../domain/relation-event.ts';
import { fold } from './fold.ts';
import type { NamedState } from './state-index.ts';

/**
 * The states that a text may mean. `exact`: it is one of their names. `begins`: a name, or a word of one, begins so.
 * `similar`: a name is a few letters away.
 */
export type FoundStates = { readonly match: 'exact' | 'begins' | 'similar'; readonly codes: readonly StateCode[] };

/** Nobody's name of a state is longer; a longer text is not compared letter by letter. */
const MAX_LENGTH = 80;

/**
 * Finds states by name in any of the languages, by alias or by code, the likeliest first; `undefined` when none is similar.
 *
 * @example
 * findStates('Holland', index) // => { match: 'exact', codes: ['NL'] }
 * findStates('congo', index) // => { match: 'exact', codes: ['CD', 'CG'] }
 * findStates('Lesoto', index) // => { match: 'exact', codes: ['LS'] }, as in Spanish
 * findStates('Kirgistan', index) // => { match: 'similar', codes: ['KG'] }
 */
export function findStates(text: string, index: readonly NamedState[]): FoundStates | undefined {
  const wanted = fold(text.slice(0, MAX_LENGTH));
  if (wanted === '') return undefined;
  const exact = codesOf(index, (name) => name === wanted);
  if (exact.length > 0) return { match: 'exact', codes: exact };
  const compacted = codesOf(index, (name) => compact(name) === compact(wanted));
  if (compacted.length > 0) return { match: 'exact', codes: compacted };
  const begins = [
    ...codesOf(index, (name) => name.startsWith(wanted)),
    ...codesOf(index, (name) => name.includes(` ${wanted}`)),
  ];
  if (begins.length > 0) return { match: 'begins', codes: [...new Set(begins)] };
  const codes = similar(compact(wanted), index);
  return codes.length > 0 ? { match: 'similar', codes } : undefined;
}

function codesOf(index: readonly NamedState[], matches: (name: string) => boolean): StateCode[] {
  return index.filter(({ names }) => names.some(matches)).map(({ code }) => code);
}

/** The states whose names are fewest letters away, and at most a quarter of them. */
function similar(wanted: string, index: readonly NamedState[]): StateCode[] {
  const limit = Math.min(3, Math.floor((wanted.length + 1) / 4));
  const apart = index.map(({ code, names }) => ({
    code,
    letters: Math.min(...names.filter(({ length }) => length > 2).map((name) => distance(wanted, compact(name)))),
  }));
  const least = Math.min(limit, ...apart.map(({ letters }) => letters));
  return apart.filter(({ letters }) => letters <= least).map(({ code }) => code);
}

/** Spaces do not matter: `Viet Nam`, `U.K.`, `Guinea Bissau`. */
function compact(name: string): string {
  return name.replaceAll(' ', '');
}
