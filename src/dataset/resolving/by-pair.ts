import type { Pair } from '../../domain/relation-event.ts';

/** Groups values by key, in their original order. */
export function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

export function byPair<Value extends { readonly pair: Pair }>(values: readonly Value[]): Map<Pair, Value[]> {
  return groupBy(values, ({ pair }) => pair);
}
