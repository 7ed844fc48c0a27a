import { distance } from 'fastest-levenshtein';
import type { StateCode } from '../domain/relation-event.ts';
import { fold } from './fold.ts';
import type { NamedState } from './state-index.ts';

/**
 * The states that a text may mean. `exact`: it is one of their names. `begins`: a name, or a word in it, begins with the
 * text. `similar`: a name differs by a few letters.
 */
export type FoundStates = { readonly match: 'exact' | 'begins' | 'similar'; readonly codes: readonly StateCode[] };

/** The length of text to compare (characters); no name of a state is longer. */
const MAX_LENGTH = 80;

/**
 * Finds states by name in any of the languages, by alias or by code, likeliest first; `undefined` if none is similar.
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
  const exact = exactMatches(wanted, index);
  if (exact.length > 0) return { match: 'exact', codes: exact };
  const begins = prefixMatches(wanted, index);
  if (begins.length > 0) return { match: 'begins', codes: begins };
  const codes = similar(compact(wanted), index);
  return codes.length > 0 ? { match: 'similar', codes } : undefined;
}

/**
 * Completes typed text: states with exactly that name first, then those with a name or a word that begins with it.
 *
 * @example
 * completeStates('guinea', index) // => ['GN', 'GW', 'GQ', 'PG']
 */
export function completeStates(text: string, index: readonly NamedState[]): readonly StateCode[] {
  const wanted = fold(text.slice(0, MAX_LENGTH));
  return wanted === '' ? [] : [...new Set([...exactMatches(wanted, index), ...prefixMatches(wanted, index)])];
}

/** Finds the only state with a name that is the text or begins with it. */
export function stateNamed(text: string, index: readonly NamedState[]): StateCode | undefined {
  const found = findStates(text, index);
  return found === undefined || found.match === 'similar' || found.codes.length > 1 ? undefined : found.codes[0];
}

function exactMatches(wanted: string, index: readonly NamedState[]): StateCode[] {
  const codes = findCodes(index, (name) => name === wanted);
  return codes.length > 0 ? codes : findCodes(index, (name) => compact(name) === compact(wanted));
}

function prefixMatches(wanted: string, index: readonly NamedState[]): StateCode[] {
  const inFull = findCodes(index, (name) => name.startsWith(wanted));
  const inWords = findCodes(index, (name) => name.includes(` ${wanted}`));
  return [...new Set([...inFull, ...inWords])];
}

function findCodes(index: readonly NamedState[], matches: (name: string) => boolean): StateCode[] {
  return index.filter(({ names }) => names.some(matches)).map(({ code }) => code);
}

/** Finds the states with names that differ by the fewest letters, at most a quarter of them. */
function similar(wanted: string, index: readonly NamedState[]): StateCode[] {
  const limit = Math.min(3, Math.floor((wanted.length + 1) / 4));
  const apart = index.map(({ code, names }) => ({
    code,
    letters: Math.min(...names.filter(({ length }) => length > 2).map((name) => distance(wanted, compact(name)))),
  }));
  const least = Math.min(limit, ...apart.map(({ letters }) => letters));
  return apart.filter(({ letters }) => letters <= least).map(({ code }) => code);
}

/** Removes spaces, which do not matter: `Viet Nam`, `U.K.`, `Guinea Bissau`. */
function compact(name: string): string {
  return name.replaceAll(' ', '');
}
