import type { StateCode } from '../domain/relation-event.ts';
import type { Catalogue } from '../wording/catalogue.ts';

/** A state that can be followed: a row of `data/states.csv` is one. */
export type StateChoice = { readonly code: StateCode; readonly region: string; readonly kind: string };

export type Member = { readonly code: StateCode; readonly name: string };

/** Regions in the order of the alphabet, former states after them; in each the states by name. */
export function byRegion(states: readonly StateChoice[], { names }: Pick<Catalogue, 'names'>): Map<string, Member[]> {
  const regions = new Map<string, Member[]>();
  for (const state of [...states].sort(byGroup)) {
    const members = regions.get(groupOf(state)) ?? [];
    members.push({ code: state.code, name: names.state(state.code) });
    regions.set(groupOf(state), members);
  }
  for (const members of regions.values()) members.sort((one, other) => names.compare(one.name, other.name));
  return regions;
}

/** The group under which a state is listed: its region, or `former`. */
export function groupOf({ region, kind }: StateChoice): string {
  return kind === 'former' ? kind : region;
}

/** Names of regions begin with a capital and so stand before `former`. */
function byGroup(one: StateChoice, other: StateChoice): number {
  return groupOf(one) < groupOf(other) ? -1 : Number(groupOf(one) > groupOf(other));
}
