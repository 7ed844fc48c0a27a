import { remember } from './remember.ts';

const MAX_CHARACTERS = 64;

/**
 * The canonical IANA name of a time zone, whatever spelling or alias was typed; `undefined` if the runtime knows no such
 * zone. A bare offset is not a zone: it would not follow the clocks of any place.
 *
 * @example
 * canonicalTimeZone('aSiA/sHaNgHaI') // => 'Asia/Shanghai'
 * canonicalTimeZone('Europe/Kiev') // => 'Europe/Kyiv'
 * canonicalTimeZone('+05:45') // => undefined
 */
export function canonicalTimeZone(name: string): string | undefined {
  return name.length > MAX_CHARACTERS ? undefined : lookUp(name);
}

/** The zones that the runtime lists, by their canonical names. */
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

/** Names that CLDR keeps for stability, and the ones that the IANA database has replaced them with. */
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
