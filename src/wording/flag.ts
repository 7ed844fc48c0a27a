import type { StateCode } from '../domain/relation-event.ts';

/** The codes without a flag in Unicode: former states and the Order of Malta. */
const flagless: readonly StateCode[] = ['SU', 'YU', 'CS', 'DD', 'XO'];
const REGIONAL_INDICATOR_A = 0x1f1e6;

/**
 * Returns the flag of a state as an emoji; empty without one.
 *
 * @example
 * flagOf('LS') // => '🇱🇸'
 * flagOf('SU') // => ''
 */
export function flagOf(code: StateCode): string {
  if (flagless.includes(code)) return '';
  const letters = [...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 'A'.charCodeAt(0));
  return String.fromCodePoint(...letters);
}
