import type { StateCode } from '../domain/relation-event.ts';
import { remember } from '../domain/remember.ts';

/**
 * The name of a state in a language: a reviewed name of the catalogue's own, or else the one that CLDR has.
 * A catalogue needs names of its own for former states, which CLDR takes for their successors, and where CLDR names
 * a territory rather than the state, or is contested, abbreviated, or not the same in every runtime.
 *
 * @example
 * stateNamesIn('en', { SU: 'Soviet Union' })('SU') // => 'Soviet Union'
 * stateNamesIn('en', {})('XK') // => 'Kosovo'
 */
export function stateNamesIn(
  locale: string,
  reviewed: Readonly<Record<StateCode, string>>,
): (code: StateCode) => string {
  const regions = remember(() => new Intl.DisplayNames(locale, { type: 'region' }));
  return (code) => reviewed[code] ?? regions().of(code) ?? code;
}
