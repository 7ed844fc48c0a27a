import { formats } from './dates.ts';

/**
 * @example
 * ordinal(21) // => '21st'
 * ordinal(111) // => '111th'
 */
export function ordinal(count: number): string {
  return `${count}${formats.ordinal(count, { one: 'st', two: 'nd', few: 'rd', other: 'th' })}`;
}

/** Formats a number of things: `1 year`, `30 years`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function years(count: number): string {
  return counted(count, 'year', 'years');
}

/**
 * Formats a list within a sentence, cut to the first `atMost`.
 *
 * @example
 * listed(['China', 'Lesotho', 'Malta'], 2) // => 'China, Lesotho and 1 more'
 */
export function listed(things: readonly string[], atMost = things.length): string {
  const shown = things.slice(0, atMost);
  const left = things.length - shown.length;
  return formats.and(left > 0 ? [...shown, `${left} more`] : shown);
}
