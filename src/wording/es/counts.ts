import { formats } from './dates.ts';

/**
 * @example
 * ordinal(30) // => '30.º'
 */
export function ordinal(count: number): string {
  return `${count}.º`;
}

export function years(count: number): string {
  return `${count} ${formats.plural(count, { one: 'año', other: 'años' })}`;
}

/** Formats a list within a sentence, cut to the first `atMost`. */
export function listed(things: readonly string[], atMost = things.length): string {
  const left = things.length - atMost;
  return formats.and(left > 0 ? [...things.slice(0, atMost), `${left} más`] : things);
}
