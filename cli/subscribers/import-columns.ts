import { type PreferenceName, preferenceNames } from '../../src/domain/preferences.ts';
import { similarName } from '../../src/finding/similar-name.ts';

/** The meaning of a column; `leaving` has the date or reason of an unsubscription, and is empty for others. */
export type Meaning = 'email' | 'status' | 'leaving' | PreferenceName;

/** A column with its index, its name in the file and its meaning, if known. */
export type Column = { readonly index: number; readonly name: string; readonly meaning: Meaning | undefined };

type ColumnFault = { readonly column?: string; readonly reason: string };

/** The names of the address column in exports of Outlook, Google Contacts, Mailchimp and Thunderbird, in six languages. */
const addressNames = [
  ...[
    'email',
    'mail',
    'e-mail',
    'Email Address',
    'E-mail 1 - Value',
    'Primary Email',
    'Contact Email',
    'E-Mail-Adresse',
  ],
  ...['Adresse e-mail', 'Adresse de messagerie', 'Correo electrónico', 'Dirección de correo electrónico'],
  ...['Адрес эл. почты', 'Электронная почта', 'Адрес электронной почты', '电子邮件', '电子邮件地址', '邮箱'],
  ...['البريد الإلكتروني', 'عنوان البريد الإلكتروني'],
];

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...addressNames.map((name) => [normaliseName(name), 'email'] as const),
  ...preferenceNames.map((name) => [normaliseName(name), name] as const),
  ['status', 'status'],
]);

/**
 * Finds the meaning of the columns of a file, ignoring case and punctuation of their names.
 *
 * @example
 * readColumns(['E-mail Address', 'time_zone', 'Nickname']).columns.map(({ meaning }) => meaning)
 * // => ['email', 'timeZone', undefined]
 */
export function readColumns(header: readonly string[]): { columns: readonly Column[]; faults: readonly ColumnFault[] } {
  const columns = header.map((cell, index) => ({ index, name: cell.trim(), meaning: findMeaning(cell) }));
  const hasAddress = columns.some(({ meaning }) => meaning === 'email');
  const faults = [...columns.flatMap(misspelt), ...columns.flatMap((column) => findDouble(column, columns))];
  return { columns, faults: hasAddress ? faults : [noAddress, ...faults] };
}

const noAddress = { reason: 'no column has the addresses: name one of them email in the first line' };

function findMeaning(name: string): Meaning | undefined {
  const key = normaliseName(name);
  return meanings.get(key) ?? (/^(?:unsub|clean|bounce|block|black|optout|suppress)/.test(key) ? 'leaving' : undefined);
}

function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Reports a misspelt preference, which must not pass for an unknown column. */
function misspelt({ name, meaning }: Column): ColumnFault[] {
  const meant = meaning === undefined && similarName(normaliseName(name), preferenceNames);
  return meant ? [{ column: name, reason: `did you mean ${meant}? Rename or remove the column` }] : [];
}

function findDouble({ index, name, meaning }: Column, columns: readonly Column[]): ColumnFault[] {
  const first = columns.find((column) => column.meaning === meaning);
  if (meaning === undefined || meaning === 'leaving' || first === undefined || first.index === index) return [];
  return [{ column: name, reason: `columns ${first.index + 1} and ${index + 1} both have ${meaning}: keep one` }];
}
