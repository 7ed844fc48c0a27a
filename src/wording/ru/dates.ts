import { type CalendarDate, firstDayOf, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, capitalise, commonPart, dayOfMonth, formatsIn } from '../formats.ts';

export const formats = formatsIn('ru');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text} (${by})`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `официально: ${governments.join(', ')}` : '',
      lists.length > 0 ? `список в Википедии: ${lists.join(', ')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('; '),
  countedFrom: (origin) => `считая от даты: ${date(origin)}`,
  doubts: { unconfirmed: 'не подтверждено', disputed: 'оспаривается' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return capitalise(dayWithWeekday(when));
    return precisionOf(when) === 'month'
      ? `${capitalise(on(when))} (день не указан)`
      : `${capitalise(on(when))} (день и месяц не указаны)`;
  },
};

export function date(when: PartialDate): string {
  const precision = precisionOf(when);
  return precision === 'year' ? year(when) : formats[precision](when).replace(/ г\.$/, `${NO_BREAK_SPACE}г.`);
}

const NO_BREAK_SPACE = '\u00a0';

/** Formats a year, with its word on the same line. */
function year(when: PartialDate): string {
  return `${formats.year(when)}${NO_BREAK_SPACE}г.`;
}

/**
 * Formats a date for "on": a day without a preposition, a month in the prepositional case.
 *
 * @example
 * on('2024-01-12') // => '12 января 2024 г.'
 * on('2024-01') // => 'в январе 2024 г.'
 */
export function on(when: PartialDate): string {
  if (isDay(when)) return date(when);
  return precisionOf(when) === 'month' ? `в ${inPrepositional(when)} ${year(when)}` : `в ${year(when)}`;
}

/**
 * @example
 * since('1990-04') // => 'с апреля 1990 г.'
 */
export function since(when: PartialDate): string {
  const isMonth = precisionOf(when) === 'month';
  return isMonth ? `с ${inGenitive(when)} ${year(when)}` : `с ${date(when)}`;
}

/**
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => 'с 3 по 5 января 2024 г.'
 */
export function fromTo(span: Span): string {
  const { from, through } = span;
  const common = commonPart(span);
  if (common === 'day') return date(from);
  const opening = { month: dayOfMonth, year: formats.dayAndMonth, none: date }[common](from);
  return `с ${opening} по ${date(through)}`;
}

/**
 * @example
 * either(['1993-10-12', '1993-10-21']) // => '12 или 21 октября 1993 г.'
 */
export function either(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? dayOfMonth(choice) : date(choice))));
}

/**
 * @example
 * onEither(['1993-10-12', '1993-10-21']) // => '12 или 21 октября 1993 г.'
 * onEither(['1993-10', '1994-01-12']) // => 'в октябре 1993 г. или 12 января 1994 г.'
 */
export function onEither(choices: readonly PartialDate[]): string {
  return areOfOneMonth(choices) ? either(choices) : formats.or(choices.map(on));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${formats.weekday(day)}, ${date(day)}`;
}

/** Returns a month in the genitive, which CLDR uses beside a day; it has no other case but the nominative. */
function inGenitive(month: PartialDate): string {
  return formats.dayAndMonth(firstDayOf(month)).replace(/^\d+ /, '');
}

/** Returns a month in the prepositional case, always in -е: январе, марте, мае, августе. */
function inPrepositional(month: PartialDate): string {
  return inGenitive(month).replace(/[ая]$/, 'е');
}
