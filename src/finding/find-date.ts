import { type PartialDate, parsePartialDate } from '../domain/calendar-date.ts';
import type { DayKey } from '../domain/day-key.ts';
import { type Language, languages } from '../domain/preferences.ts';
import { remember } from '../domain/remember.ts';
import { fold } from './fold.ts';

/** A date as typed: as precise as given, or a day of every year. */
export type FoundDate = { readonly date: PartialDate } | { readonly dayOfYear: DayKey };

/** A leap year, which has every day that any year has. */
const LEAP_YEAR = 2000;

/**
 * Parses a date in the usual spellings of six languages, day before month if both are numbers. Returns `undefined` if the
 * text is not a date, and `'not in the calendar'` for a day that its month does not have.
 *
 * @example
 * findDate('12 January') // => { dayOfYear: '01-12' }
 * findDate('5.1.2024') // => { date: '2024-01-05' }
 * findDate('2024年1月12日') // => { date: '2024-01-12' }
 * findDate('30 February') // => 'not in the calendar'
 */
export function findDate(text: string): FoundDate | 'not in the calendar' | undefined {
  const parts = parseParts(text);
  if (parts === undefined) return undefined;
  const { year, month, day } = parts;
  if (month === undefined) return year === undefined ? undefined : parseIsoDate(pad(year, 4));
  if (day === undefined) return year === undefined ? undefined : parseIsoDate(`${pad(year, 4)}-${pad(month)}`);
  if (year !== undefined) return parseIsoDate(`${pad(year, 4)}-${pad(month)}-${pad(day)}`);
  const exists = parsePartialDate(`${LEAP_YEAR}-${pad(month)}-${pad(day)}`) !== undefined;
  return exists ? { dayOfYear: `${pad(month)}-${pad(day)}` } : 'not in the calendar';
}

type Parts = {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
};

function parseParts(text: string): Parts | undefined {
  const typed = withLatinDigits(text).trim();
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?\s*[日月]?$/.exec(typed) ?? [];
  if (year !== undefined) return toParts({ year, month, day });
  const [, onlyMonth, onlyDay] = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(typed) ?? [];
  if (onlyMonth !== undefined) return toParts({ month: onlyMonth, day: onlyDay });
  const [, isoMonth, isoDay] = /^(\d{2})-(\d{2})$/.exec(typed) ?? [];
  if (isoMonth !== undefined) return toParts({ month: isoMonth, day: isoDay });
  const [, first, second, third] = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4})|\.)?$/.exec(typed) ?? [];
  if (first !== undefined) return dayFirst(Number(first), Number(second), third);
  return inWords(typed);
}

/** Reads day before month, unless only the other order is a date. */
function dayFirst(first: number, second: number, year: string | undefined): Parts {
  const [day, month] = second > 12 && first <= 12 ? [second, first] : [first, second];
  return { year: year === undefined ? undefined : Number(year), month, day };
}

/** Parses dates in words: `12 January 2024`, `January 12, 2024`, `12 de enero`, `1er janvier`, `январь 2027`, `2027`. */
function inWords(text: string): Parts | undefined {
  const words = fold(text.replace(/(\d)(?:st|nd|rd|th|er|re|º|°)(?=\W|$)/giu, '$1'))
    .split(' ')
    .filter((word) => !['de', 'del', 'of', 'on', 'the', 'г', 'года', 'в', 'le', 'el'].includes(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word)).join(' ');
  const month = names === '' ? undefined : monthNames().get(names);
  if (names !== '' && month === undefined) return undefined;
  const year = numbers.find(({ length }) => length === 4);
  const day = numbers.find(({ length }) => length <= 2);
  if (numbers.length !== [year, day].filter(Boolean).length || (month === undefined && day !== undefined))
    return undefined;
  if (month === undefined && year === undefined) return undefined;
  return { ...toParts({ year, day }), month };
}

const monthNames = remember(
  () =>
    new Map(
      languages.flatMap((language) => Array.from({ length: 12 }, (_, month) => spellings(month, language)).flat()),
    ),
);

/** Lists the forms of a month's name: alone, after a day, and abbreviated. */
function spellings(month: number, language: Language): [string, number][] {
  const first = new Date(Date.UTC(LEAP_YEAR, month, 1));
  const formats: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
  ];
  const texts = formats.flatMap((format) =>
    new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' })
      .formatToParts(first)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => fold(value)),
  );
  const short = language === 'en' ? [fold(texts[0] ?? '').slice(0, 3)] : [];
  return [...texts, ...short].filter((name) => !/^\d*$/.test(name)).map((name) => [name, month + 1]);
}

function toParts(texts: { readonly [Part in keyof Parts]?: string | undefined }): Parts {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return { year: number(texts.year), month: number(texts.month), day: number(texts.day) };
}

function parseIsoDate(text: string): FoundDate | 'not in the calendar' {
  const date = parsePartialDate(text);
  return date === undefined ? 'not in the calendar' : { date };
}

/** Converts Arabic and Persian digits to Latin ones, and drops the formatting marks of right-to-left text. */
function withLatinDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
