import { type CalendarDate, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, capitalise, commonPart, dayOfMonth, formatsIn } from '../formats.ts';

export const formats = formatsIn('es');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text} (${by})`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `oficial: ${governments.join(', ')}` : '',
      lists.length > 0 ? `lista de Wikipedia: ${lists.join(', ')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('; '),
  countedFrom: (origin) => `contando desde ${date(origin)}`,
  doubts: { unconfirmed: 'sin confirmar', disputed: 'discutida' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return capitalise(dayWithWeekday(when));
    return precisionOf(when) === 'month'
      ? `En ${date(when)} (no consta el día)`
      : `En ${date(when)} (no constan el día ni el mes)`;
  },
};

export function date(when: PartialDate): string {
  return formats[precisionOf(when)](when);
}

/**
 * @example
 * on('2024-01-12') // => 'el 12 de enero de 2024'
 * on('2024-01') // => 'en enero de 2024'
 */
export function on(when: PartialDate): string {
  return `${isDay(when) ? 'el' : 'en'} ${date(when)}`;
}

export function since(when: PartialDate): string {
  return isDay(when) ? `desde el ${date(when)}` : `desde ${date(when)}`;
}

/**
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => 'del 3 al 5 de enero de 2024'
 */
export function fromTo(span: Span): string {
  const { from, through } = span;
  const common = commonPart(span);
  if (common === 'day') return `el ${date(from)}`;
  const opening = { month: dayOfMonth, year: formats.dayAndMonth, none: date }[common](from);
  return `del ${opening} al ${date(through)}`;
}

/**
 * @example
 * either(['1993-10-07', '1993-10-08']) // => '7 u 8 de octubre de 1993'
 */
export function either(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? dayOfMonth(choice) : date(choice))));
}

/**
 * @example
 * onEither(['1993-10-12', '1993-10-21']) // => 'el 12 o el 21 de octubre de 1993'
 * onEither(['1993-10', '1994-01-12']) // => 'en octubre de 1993 o el 12 de enero de 1994'
 */
export function onEither(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? `el ${dayOfMonth(choice)}` : on(choice))));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${formats.weekday(day)} ${date(day)}`;
}
