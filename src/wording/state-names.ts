import { partiesOf, type StateCode } from '../domain/relation-event.ts';
import { remember } from '../domain/remember.ts';
import type { NameMessages } from './catalogue.ts';

/**
 * Returns a look-up of state names in a language: the catalogue's reviewed name, or else CLDR's. A catalogue needs its own
 * names for former states, which CLDR reads as their successors, and where CLDR's name is that of a territory, contested,
 * abbreviated, or different between runtimes.
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

/** Creates the messages on names, sorted as readers of the language expect. `join` formats the two names of a pair. */
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
