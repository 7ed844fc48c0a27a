import { type CalendarDate, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, capitalise, commonPart, dayOfMonth, formatsIn } from '../formats.ts';

export const formats = formatsIn('fr');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text} (${by})`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `officiel : ${governments.join(', ')}` : '',
      lists.length > 0 ? `liste Wikipédia : ${lists.join(', ')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('; '),
  countedFrom: (origin) => `à compter du ${date(origin)}`,
  doubts: { unconfirmed: 'non confirmé', disputed: 'contesté' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return capitalise(dayWithWeekday(when));
    return precisionOf(when) === 'month'
      ? `En ${date(when)} (jour non précisé)`
      : `En ${date(when)} (jour et mois non précisés)`;
  },
};

/** Formats a date; the first of a month is an ordinal: `1er janvier 2024`. */
export function date(when: PartialDate): string {
  return formats[precisionOf(when)](when).replace(/^1 /, '1er ');
}

/**
 * @example
 * on('2024-01-12') // => 'le 12 janvier 2024'
 * on('2024-01') // => 'en janvier 2024'
 */
export function on(when: PartialDate): string {
  return `${isDay(when) ? 'le' : 'en'} ${date(when)}`;
}

export function since(when: PartialDate): string {
  return isDay(when) ? `depuis le ${date(when)}` : `depuis ${date(when)}`;
}

/**
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => 'du 3 au 5 janvier 2024'
 */
export function fromTo(span: Span): string {
  const { from, through } = span;
  const common = commonPart(span);
  if (common === 'day') return `le ${date(from)}`;
  const opening = { month: dayInMonth, year: dayAndMonth, none: date }[common](from);
  return `du ${opening} au ${date(through)}`;
}

/**
 * @example
 * either(['1993-10-12', '1993-10-21']) // => '12 ou 21 octobre 1993'
 */
export function either(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? dayInMonth(choice) : date(choice))));
}

/**
 * @example
 * onEither(['1993-10-12', '1993-10-21']) // => 'le 12 ou le 21 octobre 1993'
 * onEither(['1993-10', '1994-01-12']) // => 'en octobre 1993 ou le 12 janvier 1994'
 */
export function onEither(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? `le ${dayInMonth(choice)}` : on(choice))));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${formats.weekday(day)} ${date(day)}`;
}

function dayInMonth(day: PartialDate): string {
  return dayOfMonth(day).replace(/^1$/, '1er');
}

function dayAndMonth(day: PartialDate): string {
  return formats.dayAndMonth(day).replace(/^1 /, '1er ');
}
