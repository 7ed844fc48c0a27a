import { languages } from '../domain/preferences.ts';
import type { StateCode } from '../domain/relation-event.ts';
import type { State } from '../domain/state.ts';
import { wordingIn } from '../wording/wording.ts';
import { aliases } from './aliases.ts';
import { fold } from './fold.ts';

/** The folded names of a state. */
export type NamedState = { readonly code: StateCode; readonly names: readonly string[] };

/** Indexes states by all their names: the code, the name in each language, the official name and common aliases. */
export function stateIndex(states: readonly Pick<State, 'code' | 'name' | 'officialName' | 'kind'>[]): NamedState[] {
  const regions = languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return states.map(({ code, name, officialName, kind }) => {
    // CLDR reads the codes of former states as their successors.
    const ofRegion = kind === 'former' ? [] : regions.map((region) => region.of(code) ?? code);
    const reviewed = languages.map((language) => wordingIn(language).names.state(code));
    const all = [code, ...reviewed, ...ofRegion, name, officialName, ...(aliases[code] ?? [])];
    return { code, names: [...new Set(all.map(fold))] };
  });
}
