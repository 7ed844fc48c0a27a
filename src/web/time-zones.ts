import { listedTimeZones } from '../domain/time-zone.ts';

/** A time zone, listed by its city: `Ushuaia, Argentina`. */
type NamedZone = { readonly zone: string; readonly city: string };

/**
 * Groups the zones of the runtime by continent, sorted by city; without `UTC`.
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
