import { type CalendarDate, firstDayOf, type PartialDate } from '../domain/calendar-date.ts';
import type { Span } from '../domain/milestone.ts';
import { remember } from '../domain/remember.ts';

/** Creates the formatters of a locale for dates, lists and numbers, each at its first use. */
export function formatsIn(locale: string) {
  return {
    day: dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    month: dateFormat(locale, { month: 'long', year: 'numeric' }),
    year: dateFormat(locale, { year: 'numeric' }),
    dayAndMonth: dateFormat(locale, { day: 'numeric', month: 'long' }),
    weekday: dateFormat(locale, { weekday: 'long' }),
    and: listFormat(locale, 'conjunction'),
    or: listFormat(locale, 'disjunction'),
    plural: pluralFormat(locale, 'cardinal'),
    ordinal: pluralFormat(locale, 'ordinal'),
    number: numberFormat(locale),
    monthName: dateFormat(locale, { month: 'long' }),
  };
}

/** The forms of a noun by plural category; missing categories use `other`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

export function dayOfMonth(day: PartialDate): string {
  return String(Number(day.slice(8)));
}

/** Checks whether all dates are days of one month, which is then named only once. */
export function areOfOneMonth(dates: readonly PartialDate[]): boolean {
  return dates.every((date) => date.length === 10 && date.slice(0, 7) === dates[0]?.slice(0, 7));
}

/** Returns the smallest unit of the calendar that contains the span. */
export function commonPart({ from, through }: Span): 'day' | 'month' | 'year' | 'none' {
  if (from === through) return 'day';
  if (from.slice(0, 7) === through.slice(0, 7)) return 'month';
  return from.slice(0, 4) === through.slice(0, 4) ? 'year' : 'none';
}

/** Returns the note for a day beside `day`: `before` or `after`; empty for `day` itself. */
export function beside(shown: CalendarDate, day: CalendarDate, before: string, after: string): string {
  if (shown === day) return '';
  return shown < day ? before : after;
}

/** Capitalises a text for the start of a line. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): (when: PartialDate) => string {
  const format = remember(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  return (when) => format().format(new Date(firstDayOf(when)));
}

function listFormat(locale: string, type: Intl.ListFormatType): (things: readonly string[]) => string {
  const format = remember(() => new Intl.ListFormat(locale, { type }));
  return (things) => format().format(things);
}

function pluralFormat(locale: string, type: Intl.PluralRuleType): (count: number, forms: PluralForms) => string {
  const rules = remember(() => new Intl.PluralRules(locale, { type }));
  return (count, forms) => forms[rules().select(count)] ?? forms.other;
}

/** Formats numbers with the language's thousands separators. */
function numberFormat(locale: string): (count: number) => string {
  const format = remember(() => new Intl.NumberFormat(locale));
  return (count) => format().format(count);
}

/**
 * Abbreviates a period to its years.
 *
 * @example
 * yearsBetween('1960-07-05', '1966-10-20') // => '1960–1966'
 * yearsBetween('1961-02-20', '1961-09') // => '1961'
 */
export function yearsBetween(from: PartialDate, until: PartialDate): string {
  const years = new Set([from.slice(0, 4), until.slice(0, 4)]);
  return [...years].join('–');
}
