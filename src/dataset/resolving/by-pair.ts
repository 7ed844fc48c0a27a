import type { Pair } from '../../domain/relation-event.ts';

/** The values of each pair, in the order in which they were given. */
export function byPair<Value extends { readonly pair: Pair }>(values: readonly Value[]): Map<Pair, Value[]> {
  const groups = new Map<Pair, Value[]>();
  for (const value of values) {
    const group = groups.get(value.pair);
    if (group) group.push(value);
    else groups.set(value.pair, [value]);
  }
  return groups;
}
