import type { StateCode } from '../domain/relation-event.ts';
import type { Catalogue } from '../wording/catalogue.ts';

/** A state or organisation that readers can follow, from `data/states.csv`. */
export type StateChoice = { readonly code: StateCode; readonly region: string; readonly kind: string };

export type Member = { readonly code: StateCode; readonly name: string };

/** Groups states by region in alphabetical order, then organisations and former states, each sorted by name. */
export function byRegion(states: readonly StateChoice[], { names }: Pick<Catalogue, 'names'>): Map<string, Member[]> {
  const regions = new Map<string, Member[]>();
  for (const state of [...states].sort((one, other) => compareGroups(groupOf(one), groupOf(other)))) {
    const members = regions.get(groupOf(state)) ?? [];
    members.push({ code: state.code, name: names.state(state.code) });
    regions.set(groupOf(state), members);
  }
  for (const members of regions.values()) members.sort((one, other) => names.compare(one.name, other.name));
  return regions;
}

/** Returns the group of a state: its region, `organisation` or `former`. */
export function groupOf({ region, kind }: StateChoice): string {
  return isApart(kind) ? kind : region;
}

export function compareGroups(one: string, other: string): number {
  if (isApart(one) !== isApart(other)) return isApart(one) ? 1 : -1;
  if (isApart(one)) return groupsApart.indexOf(one) - groupsApart.indexOf(other);
  return one < other ? -1 : Number(one > other);
}

/** The groups after the regions, in order. */
export const groupsApart: readonly string[] = ['organisation', 'former'];

function isApart(group: string): boolean {
  return groupsApart.includes(group);
}
