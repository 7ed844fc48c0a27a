import { formats } from './dates.ts';

/**
 * Names the anniversary after a number of years: by an ordinal up to the fourth, as nobody says 1-летие.
 *
 * @example
 * jubilee(1) // => '1-я годовщина'
 * jubilee(30) // => '30-летие'
 */
export function jubilee(count: number): string {
  return count < 5 ? `${count}-я годовщина` : `${count}-летие`;
}

/**
 * @example
 * years(41) // => '41 год'
 * years(12) // => '12 лет'
 */
export function years(count: number): string {
  return `${count} ${formats.plural(count, { one: 'год', few: 'года', many: 'лет', other: 'года' })}`;
}

export function days(count: number): string {
  return `${count} ${formats.plural(count, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`;
}

/** Formats a list within a sentence, cut to the first `atMost`. */
export function listed(things: readonly string[], atMost = things.length): string {
  const left = things.length - atMost;
  return formats.and(left > 0 ? [...things.slice(0, atMost), `ещё ${left}`] : things);
}
