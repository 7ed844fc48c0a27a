import { formats } from './dates.ts';

/**
 * @example
 * ordinal(1) // => '1er'
 * ordinal(30) // => '30e'
 */
export function ordinal(count: number): string {
  return count === 1 ? '1er' : `${count}e`;
}

export function years(count: number): string {
  return `${count} ${formats.plural(count, { one: 'an', other: 'ans' })}`;
}

/** Formats a list within a sentence, cut to the first `atMost`. */
export function listed(things: readonly string[], atMost = things.length): string {
  const left = things.length - atMost;
  if (left <= 0) return formats.and(things);
  return formats.and([
    ...things.slice(0, atMost),
    formats.plural(left, { one: `${left} autre`, other: `${left} autres` }),
  ]);
}
