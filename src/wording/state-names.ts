import { partiesOf, type StateCode } from '../domain/relation-event.ts';
import { remember } from '../domain/remember.ts';
import type { NameMessages } from './catalogue.ts';

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
  const names = new Map(Object.entries(reviewed));
  return (code) => {
    const name = names.get(code) ?? regions().of(code) ?? code;
    names.set(code, name);
    return name;
  };
}

/** Names, and the order in which readers of the language look for them. `join` sets the two names of a pair. */
export function namesIn(
  locale: string,
  state: NameMessages['state'],
  join: (one: string, other: string) => string,
): NameMessages {
  const collator = remember(() => new Intl.Collator(locale));
  const compare = (one: string, other: string) => collator().compare(one, other);
  const orderParties: NameMessages['orderParties'] = (pair, followed = []) => {
    const [one, other] = partiesOf(pair);
    const rank = (code: StateCode) => Number(!followed.includes(code));
    const isInOrder = rank(one) - rank(other) || compare(state(one), state(other));
    return isInOrder <= 0 ? [one, other] : [other, one];
  };
  return {
    state,
    compare,
    orderParties,
    pair: (pair, followed) => {
      const [one, other] = orderParties(pair, followed);
      return join(state(one), state(other));
    },
  };
}
