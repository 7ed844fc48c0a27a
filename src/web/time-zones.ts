/**
 * The IANA zones that this runtime lists, by the part of the world in their names. `UTC` is none of them.
 *
 * @example
 * zonesByContinent().get('Asia') // => ['Asia/Aden', 'Asia/Almaty', …]
 */
export function zonesByContinent(): Map<string, string[]> {
  const continents = new Map<string, string[]>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const [continent = ''] = zone.split('/');
    const zones = continents.get(continent);
    if (zones === undefined) continents.set(continent, [zone]);
    else zones.push(zone);
  }
  return continents;
}
