import { type CalendarDate, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, dayOfMonth, formatsIn } from '../formats.ts';

export const formats = formatsIn('en-GB');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text} (${by})`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `official: ${governments.join(', ')}` : '',
      lists.length > 0 ? `Wikipedia list: ${lists.join(', ')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('; '),
  countedFrom: (origin) => `counted from ${date(origin)}`,
  doubts: { unconfirmed: 'unconfirmed', disputed: 'disputed' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return dayWithWeekday(when);
    return precisionOf(when) === 'month'
      ? `In ${date(when)} (day not recorded)`
      : `In ${date(when)} (day and month not recorded)`;
  },
};

export function date(when: PartialDate): string {
  return formats[precisionOf(when)](when);
}

/**
 * Formats a span of days.
 *
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => '3 to 5 January 2024'
 * fromTo({ from: '2023-12-30', through: '2024-01-02' }) // => '30 December 2023 to 2 January 2024'
 */
export function fromTo({ from, through }: Span): string {
  return from === through ? date(from) : `${shortenedBefore(through, from)} to ${date(through)}`;
}

/**
 * Formats alternative dates.
 *
 * @example
 * either(['1993-10-12', '1993-10-21']) // => '12 or 21 October 1993'
 * either(['1993-10', '1994-01-12']) // => 'October 1993 or 12 January 1994'
 */
export function either(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? dayOfMonth(choice) : date(choice))));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${formats.weekday(day)} ${date(day)}`;
}

function shortenedBefore(later: CalendarDate, earlier: CalendarDate): string {
  if (earlier.slice(0, 7) === later.slice(0, 7)) return dayOfMonth(earlier);
  return earlier.slice(0, 4) === later.slice(0, 4) ? formats.dayAndMonth(earlier) : date(earlier);
}
