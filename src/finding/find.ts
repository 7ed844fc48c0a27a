import { type Pair, pairOf, type StateCode } from '../domain/relation-event.ts';
import { type FoundDate, findDate } from './find-date.ts';
import { type FoundStates, findStates } from './find-states.ts';
import { splitInHalves } from './halves.ts';
import type { NamedState } from './state-index.ts';

/** The result of a search: one match, a choice of several (`isGuess`: similar names), a date that does not exist, or nothing. */
export type Found =
  | { readonly kind: 'state'; readonly code: StateCode }
  | { readonly kind: 'pair'; readonly pair: Pair }
  | ({ readonly kind: 'date' } & FoundDate)
  | {
      readonly kind: 'choice';
      readonly isGuess: boolean;
      readonly states: readonly StateCode[];
      readonly pairs: readonly Pair[];
    }
  | { readonly kind: 'no such day' }
  | { readonly kind: 'nothing' };

/** The most states and pairs offered. */
export const MAX_CHOICES = 12;
/** The length of text to search (characters); no pair of names is longer. */
const MAX_LENGTH = 120;

/**
 * Finds the state, pair of states or date that a text names, in any of the six languages.
 *
 * @example
 * find('UK', index) // => { kind: 'state', code: 'GB' }
 * find('china lesotho', index) // => { kind: 'pair', pair: 'CN-LS' }
 * find('5.1.2024', index) // => { kind: 'date', date: '2024-01-05' }
 * find('Portugall', index) // => { kind: 'choice', isGuess: true, states: ['PT'], pairs: [] }
 */
export function find(typed: string, index: readonly NamedState[]): Found {
  const text = typed.slice(0, MAX_LENGTH);
  const date = findDate(text);
  if (date !== undefined) return date === 'not in the calendar' ? { kind: 'no such day' } : { kind: 'date', ...date };
  const states = findStates(text, index);
  if (states?.match === 'exact') return chosen(states);
  const pairs = findPairs(text, index);
  if (pairs.length > 0) return choice({ pairs }, false);
  if (states?.match === 'begins') return chosen(states);
  const guessed = findPairs(text, index, 'similar');
  if (states === undefined && guessed.length === 0) return { kind: 'nothing' };
  return choice({ states: states?.codes, pairs: guessed }, true);
}

function chosen({ codes }: FoundStates): Found {
  return choice({ states: codes }, false);
}

function choice(
  { states = [], pairs = [] }: { readonly states?: readonly StateCode[] | undefined; readonly pairs?: readonly Pair[] },
  isGuess: boolean,
): Found {
  const [[code], [pair]] = [states, pairs];
  if (!isGuess && code !== undefined && states.length === 1) return { kind: 'state', code };
  if (!isGuess && pair !== undefined && pairs.length === 1) return { kind: 'pair', pair };
  return { kind: 'choice', isGuess, states: states.slice(0, MAX_CHOICES), pairs: pairs.slice(0, MAX_CHOICES) };
}

/** Finds the pairs of which the text names both states, wherever the first name ends. */
function findPairs(text: string, index: readonly NamedState[], match: 'exact' | 'similar' = 'exact'): Pair[] {
  const pairs = splitInHalves(text).flatMap(([one, other]) => {
    const [first, second] = [one, other].map((half) => statesNamed(half, index, match));
    return (first ?? []).flatMap((code) =>
      (second ?? []).filter((also) => also !== code).map((also) => pairOf(code, also)),
    );
  });
  return [...new Set(pairs)];
}

function statesNamed(half: string, index: readonly NamedState[], match: 'exact' | 'similar'): readonly StateCode[] {
  const found = findStates(half, index);
  return found !== undefined && (found.match === 'exact' || match === 'similar') ? found.codes : [];
}
