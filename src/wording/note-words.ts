import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import type { StateCode } from '../domain/relation-event.ts';
import { remember } from '../domain/remember.ts';
import { names as english } from './en/names.ts';
import { leftInEnglish } from './isolation.ts';

/** The messages that translate the data's English notes. */
export type NoteMessages = {
  readonly predecessors: Readonly<Record<Predecessor, string>>;
  readonly phrases: Readonly<Record<NotePhrase, string>>;
  /** The states acted under other names than today's. */
  readonly as: (predecessors: readonly string[]) => string;
  readonly by: (state: string) => string;
  readonly suspendedBy: (state: string) => string;
  readonly signedEarlier: (day: CalendarDate) => string;
  /** Words of the data that the catalogue does not know. */
  readonly quoted: (english: string) => string;
  readonly state: (code: StateCode) => string;
};

/**
 * Creates a translator for the parts of notes. It quotes a part without a translation in English, and marks it as such, so
 * that readers still see every note.
 *
 * @example
 * // in French
 * notesIn(french)('as Soviet Union') // => 'alors : Union soviétique'
 */
export function notesIn(messages: NoteMessages): (part: string) => string {
  return (part) =>
    translateByPattern(part, messages) ?? translatePhrase(part, messages) ?? messages.quoted(leftInEnglish(part));
}

function translatePhrase(part: string, { phrases }: NoteMessages): string | undefined {
  const known = notePhrases.find((phrase) => phrase === part);
  return known && phrases[known];
}

function translateByPattern(part: string, messages: NoteMessages): string | undefined {
  const [, opening, rest] = /^(as|by|suspended by|communique signed) (.+)$/.exec(part) ?? [];
  if (opening === undefined || rest === undefined) return undefined;
  if (opening === 'as') return asPredecessors(rest, messages);
  if (opening === 'communique signed') return asSigned(rest, messages);
  const code = codeByName(rest.replace(/^the /, ''));
  if (code === undefined) return undefined;
  const tell = opening === 'by' ? messages.by : messages.suspendedBy;
  return tell(messages.state(code));
}

function asPredecessors(text: string, { as: tell, predecessors }: NoteMessages): string | undefined {
  const named = predecessorsIn(text);
  return named && tell(named.map((each) => predecessors[each]));
}

function asSigned(text: string, { signedEarlier }: NoteMessages): string | undefined {
  const [, written = ''] = /^([\d-]+), in force this day$/.exec(text) ?? [];
  const day = parseCalendarDate(written);
  return day && signedEarlier(day);
}

/** Splits a list of predecessors at `and`, trying every known name as the first, as some contain an `and`. */
function predecessorsIn(text: string): Predecessor[] | undefined {
  const whole = notePredecessors.find((name) => name === text);
  if (whole !== undefined) return [whole];
  for (const first of notePredecessors.filter((name) => text.startsWith(`${name} and `))) {
    const others = predecessorsIn(text.slice(first.length + ' and '.length));
    if (others !== undefined) return [first, ...others];
  }
  return undefined;
}

const codesByName = remember(() => new Map([...everyCode()].map((code) => [english.state(code), code])));

/** Finds the code of a state by its English name. */
function codeByName(name: string): StateCode | undefined {
  return codesByName().get(name === 'Czech Republic' ? 'Czechia' : name);
}

function* everyCode(): Generator<StateCode> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const one of letters) for (const other of letters) yield one + other;
}

/** The names under which states have acted, as written in the data. */
export const notePredecessors = [
  'Soviet Union',
  'Soviet Russia',
  'Russian Empire',
  'Byelorussian SSR',
  'Ukrainian SSR',
  'Czechoslovakia',
  'Yugoslavia',
  'Kingdom of Yugoslavia',
  'FR Yugoslavia',
  'Kingdom of Serbs, Croats and Slovenes',
  'Serbia and Montenegro',
  'Serbia before 1918',
  'Kingdom of Serbia',
  'Principality of Montenegro',
  'Republic of Macedonia',
  'Kingdom of Romania',
  'West Germany',
  'East Germany',
  'German Reich',
  'German Empire',
  'Weimar Germany',
  'Nazi Germany',
  'Prussia',
  'Prussia or another German state',
  'Austrian Empire',
  'Austria-Hungary',
  'Kingdom of Italy',
  'Papal States',
  'Sardinia or another Italian state',
  'England',
  'Irish Free State',
  'Dutch Republic',
  'Ottoman Empire',
  'Ottoman Empire or Ankara government',
  'Ottoman/early Turkey',
  'EC member',
  'European Coal and Steel Community',
  'European Economic Community',
  'Republic of China',
  'Republic of China on the mainland',
  'Republic of China, mainland period',
  'Qing China',
  'Qing Empire',
  'Joseon Korea',
  'Joseon / Korean Empire',
  'Korean Empire',
  'North Vietnam',
  'South Vietnam',
  'North or South Vietnam',
  'State of Viet Nam',
  'Kingdom of Laos',
  'Kingdom of Cambodia',
  'Siam',
  'Burma',
  'Ceylon',
  'Malaya',
  'Federation of Malaya',
  'British India',
  'Regency of Algiers',
  'Tripoli',
  'United Principalities',
  'Persia',
  'Imperial State of Iran',
  'Transjordan',
  'Syria under the Mandate',
  'United Arab Republic',
  'Hejaz and Nejd',
  'Kingdom of Yemen',
  'Yemen Arab Republic',
  'Yemen (Sanaa)',
  'North Yemen',
  'South Yemen',
  'South Yemen (PDRY)',
  'Southern Yemen',
  'North or South Yemen',
  'Swaziland',
  'Upper Volta',
  'Dahomey',
  'Ivory Coast',
  'Zaire',
  'Republic of the Congo',
  'Kingdom of Burundi',
  'Tanganyika',
  'Tanganyika or Zanzibar',
  'Malagasy Republic',
  'Mali Federation',
  'Egypt before 1922',
  'First Republic of Armenia',
  'Democratic Republic of Georgia',
  'Independent State of Croatia',
  "Ukrainian People's Republic",
  'Union of South Africa',
  'Western Samoa',
  'Gran Colombia',
  'New Granada',
  'Federal Republic of Central America',
  'Federation of Central American States',
  'Empire of Brazil',
  'Buenos Ayres',
] as const;
type Predecessor = (typeof notePredecessors)[number];

/** Other parts of notes that readers may see, as written in the data. */
const notePhrases = [
  'listed as suspended',
  'listed as severed',
  'listed as frozen',
  'listed as cancelled',
  'listed as terminated',
  'listed as broken',
  'suspended',
  'cancelled',
  'frozen',
  'interrupted',
  'interrupted after a coup',
  'suspended after a coup',
  'normal relations interrupted',
  'China suspended relations',
  'relations ended',
  'never formally severed',
  'recognition withdrawn',
  'embassy closed',
  'legation closed',
  'legation raised to embassy',
  'legations raised to embassies',
  'legation raised to embassy (announced)',
  'legations raised to embassies (announced)',
  'mission raised to embassy',
  'consulate raised to legation',
  "charge d'affaires raised to ambassador",
  "charge d'affaires level back to ambassador",
  'ambassador level restored',
  'ambassador level restored after 1981 downgrade',
  'to ambassador level',
  'to embassy level',
  'to embassy',
  'to embassies',
  'to High Commission',
  'at ambassador level',
  'ambassador level',
  'ambassadorial level',
  'minister level',
  'legation level',
  "charge d'affaires level",
  'consular level at first',
  'normal level restored',
  'full relations',
  'restored after Soviet period',
  're-recognised',
  'restoration of independence',
  'US never recognised Soviet annexation',
  'credentials presented',
  'embassy established',
  'embassy opened',
  'first ambassador',
  'first ambassador appointed',
  'first ambassador accredited',
  'ambassador accredited',
  'exchange of letters',
  'agreement to resume',
  'normalisation',
  'normalisation communique',
  'government in exile',
  'new government recognised',
  'before independence',
  'announced',
  'interwar',
  'interwar relations',
  'war',
  'annexation',
  '2017 Gulf crisis',
  'after Six-Day War',
  'nuclear test protest',
  "People's Republic",
  'Wikipedia tags its source as failing verification',
  'Wikipedia asks for a better source',
  'Wikipedia asks for a source',
  'earlier than the statehood of a party',
  'approximate',
  'implied by an anniversary',
  'date of signing',
  'perhaps another act',
  'Wikipedia queries the date',
  'may be recognition date',
  'on or about this day',
  'on or shortly before this day',
  'by that date',
  'doubtful',
  'day inferred from weekday in report',
  'day inferred from dated post',
  'date of the cited news report',
  'date may be of report',
  'list gives only this date',
  'article heads it establishment of relations',
  'article heads it re-establishment',
  'source calls it establishment',
] as const;
type NotePhrase = (typeof notePhrases)[number];
