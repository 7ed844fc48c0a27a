import { type CalendarDate, firstDayOf, type PartialDate } from '../domain/calendar-date.ts';
import type { Span } from '../domain/milestone.ts';
import { remember } from '../domain/remember.ts';

/** How a locale writes dates, lists and numbers of things: `Intl`, each formatter made when it is first needed. */
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

/** The forms of a noun by the plural categories of its language; a category that the language lacks falls to `other`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

export function dayOfMonth(day: PartialDate): string {
  return String(Number(day.slice(8)));
}

/** Whether dates are days of one month, which is then named only once. */
export function areOfOneMonth(dates: readonly PartialDate[]): boolean {
  return dates.every((date) => date.length === 10 && date.slice(0, 7) === dates[0]?.slice(0, 7));
}

/** The largest part of the calendar that holds the whole span. */
export function commonPart({ from, through }: Span): 'day' | 'month' | 'year' | 'none' {
  if (from === through) return 'day';
  if (from.slice(0, 7) === through.slice(0, 7)) return 'month';
  return from.slice(0, 4) === through.slice(0, 4) ? 'year' : 'none';
}

/** What to add to a day that is not `day` itself: that it is the one before or the one after. */
export function beside(shown: CalendarDate, day: CalendarDate, before: string, after: string): string {
  if (shown === day) return '';
  return shown < day ? before : after;
}

/** As it begins a line or stands alone. */
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

/** With the language's marks between thousands. */
function numberFormat(locale: string): (count: number) => string {
  const format = remember(() => new Intl.NumberFormat(locale));
  return (count) => format().format(count);
}

/**
 * The years of a stretch of time, in short.
 *
 * @example
 * yearsBetween('1960-07-05', '1966-10-20') // => '1960–1966'
 * yearsBetween('1961-02-20', '1961-09') // => '1961'
 */
export function yearsBetween(from: PartialDate, until: PartialDate): string {
  const years = new Set([from.slice(0, 4), until.slice(0, 4)]);
  return [...years].join('–');
}
