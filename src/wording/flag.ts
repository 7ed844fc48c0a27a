import type { StateCode } from '../domain/relation-event.ts';

const formerStates: readonly StateCode[] = ['SU', 'YU', 'CS', 'DD'];
const REGIONAL_INDICATOR_A = 0x1f1e6;

/**
 * The flag of a state as an emoji; empty for former states, which have none.
 *
 * @example
 * flagOf('LS') // => '🇱🇸'
 * flagOf('SU') // => ''
 */
export function flagOf(code: StateCode): string {
  if (formerStates.includes(code)) return '';
  const letters = [...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 'A'.charCodeAt(0));
  return String.fromCodePoint(...letters);
}
