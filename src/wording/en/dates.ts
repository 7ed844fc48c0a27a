import { type CalendarDate, firstDayOf, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';

const formats = {
  day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  month: format({ month: 'long', year: 'numeric' }),
  year: format({ year: 'numeric' }),
};
export const weekday = format({ weekday: 'long' });
export const dayAndMonth = format({ day: 'numeric', month: 'long' });
export const monthName = format({ month: 'long' });

export const dates: DateMessages = {
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
 * The days of a span.
 *
 * @example
 * daysOf({ from: '2024-01-03', through: '2024-01-05' }) // => '3 to 5 January 2024'
 * daysOf({ from: '2023-12-30', through: '2024-01-02' }) // => '30 December 2023 to 2 January 2024'
 */
export function daysOf({ from, through }: Span): string {
  return from === through ? date(from) : `${shortenedBefore(through, from)} to ${date(through)}`;
}

/**
 * Dates to choose between.
 *
 * @example
 * eitherOf(['1993-10-12', '1993-10-21']) // => '12 or 21 October 1993'
 * eitherOf(['1993-10', '1994-01-12']) // => 'October 1993 or 12 January 1994'
 */
export function eitherOf(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const sameMonth = choices.every((choice) => isDay(choice) && choice.slice(0, 7) === last?.slice(0, 7));
  const shown = choices.map((choice) => (sameMonth && choice !== last ? dayOfMonth(choice) : date(choice)));
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(shown);
}

function dayWithWeekday(day: CalendarDate): string {
  return `${weekday(day)} ${date(day)}`;
}

function shortenedBefore(later: CalendarDate, earlier: CalendarDate): string {
  if (earlier.slice(0, 7) === later.slice(0, 7)) return dayOfMonth(earlier);
  return earlier.slice(0, 4) === later.slice(0, 4) ? dayAndMonth(earlier) : date(earlier);
}

function dayOfMonth(day: PartialDate): string {
  return String(Number(day.slice(8)));
}

function format(options: Intl.DateTimeFormatOptions): (when: PartialDate) => string {
  const { format } = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (when) => format(new Date(firstDayOf(when)));
}
