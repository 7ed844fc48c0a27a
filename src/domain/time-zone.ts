import { remember } from './remember.ts';

const MAX_CHARACTERS = 64;

/**
 * Returns the canonical IANA name of a time zone for any spelling or alias; `undefined` if the runtime does not know
 * it. A bare offset is not a zone: it would follow the clocks of no place.
 *
 * @example
 * canonicalTimeZone('aSiA/sHaNgHaI') // => 'Asia/Shanghai'
 * canonicalTimeZone('Europe/Kiev') // => 'Europe/Kyiv'
 * canonicalTimeZone('+05:45') // => undefined
 */
export function canonicalTimeZone(name: string): string | undefined {
  return name.length > MAX_CHARACTERS ? undefined : lookUp(name);
}

/** Lists the zones of the runtime by canonical name. */
export function listedTimeZones(): ReadonlySet<string> {
  return new Set(Intl.supportedValuesOf('timeZone').map(modernName));
}

const lookUp = remember(
  (name: string): string | undefined => {
    try {
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
      return /^[A-Z]/i.test(timeZone) ? modernName(timeZone) : undefined;
    } catch {
      return undefined;
    }
  },
  { most: 1_000 },
);

function modernName(timeZone: string): string {
  return modernNames[timeZone] ?? timeZone;
}

/** Names that CLDR keeps for stability, with their successors in the IANA database. */
const modernNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
