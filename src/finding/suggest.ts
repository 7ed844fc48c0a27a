import { type Pair, pairOf, type StateCode } from '../domain/relation-event.ts';
import { completeStates, stateNamed } from './find-states.ts';
import { splitInHalves } from './halves.ts';
import type { NamedState } from './state-index.ts';

export type Suggestion =
  | { readonly kind: 'state'; readonly code: StateCode }
  | { readonly kind: 'pair'; readonly pair: Pair };

/** The length of text to complete (characters); no pair of names is longer. */
const MAX_LENGTH = 120;

/**
 * Suggests completions of a text being typed: states, and pairs of a complete name with an incomplete one.
 *
 * @example
 * suggest('china les', index, 8) // => [{ kind: 'pair', pair: 'CN-LS' }]
 */
export function suggest(typed: string, index: readonly NamedState[], most: number): Suggestion[] {
  const text = typed.slice(0, MAX_LENGTH);
  const states = completeStates(text, index).map((code): Suggestion => ({ kind: 'state', code }));
  const pairs = [...new Set(pairsBegun(text, index))].map((pair): Suggestion => ({ kind: 'pair', pair }));
  return [...states, ...pairs].slice(0, most);
}

function pairsBegun(text: string, index: readonly NamedState[]): Pair[] {
  return splitInHalves(text).flatMap(([named, begun]) => {
    const one = stateNamed(named, index);
    if (one === undefined) return [];
    return completeStates(begun, index)
      .filter((other) => other !== one)
      .map((other) => pairOf(one, other));
  });
}
