import { listedTimeZones } from '../domain/time-zone.ts';

/** A time zone under the name of its city, by which a reader finds it in a list: `Ushuaia, Argentina`. */
type NamedZone = { readonly zone: string; readonly city: string };

/**
 * The zones that this runtime lists, by continent, in the order of their cities. `UTC` is none of them.
 *
 * @example
 * zonesByContinent().get('Asia')?.[0] // => { zone: 'Asia/Aden', city: 'Aden' }
 */
export function zonesByContinent(): ReadonlyMap<string, readonly NamedZone[]> {
  const continents = new Map<string, NamedZone[]>();
  const named = [...listedTimeZones()].map((zone) => ({ zone, city: cityOf(zone) }));
  for (const each of named.sort((one, other) => (one.city < other.city ? -1 : 1))) {
    const [continent = ''] = each.zone.split('/');
    continents.set(continent, [...(continents.get(continent) ?? []), each]);
  }
  return new Map([...continents].sort());
}

function cityOf(zone: string): string {
  const [, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length === 0 ? zone : places.reverse().join(', ');
}
