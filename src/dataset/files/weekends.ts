import { parseCalendarDate, weekdays } from '../../domain/calendar-date.ts';
import type { Weekend } from '../../domain/weekend.ts';
import { type Interpretation, type Reading, readTable, words } from './table.ts';

export const weekendColumns = ['state', 'days', 'publisher', 'title', 'url', 'read'] as const;

export function readWeekends(text: string, file = 'weekends.csv'): Reading<Weekend> {
  return readTable(text, { file, columns: weekendColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<Weekend> {
  const [state = '', daysText = '', publisher = '', title = '', url = '', readText = ''] = cells;
  const days = weekdays.filter((day) => words(daysText).includes(day));
  const read = parseCalendarDate(readText);
  const reasons = [
    ...(/^[A-Z]{2}$/.test(state) ? [] : [`the code "${state}" is not two capital letters`]),
    ...(days.length > 0 && days.join(' ') === daysText ? [] : [`the days "${daysText}": ${daysHint}`]),
    ...(publisher === '' || title === '' ? ['the source has no publisher or no title: fill in both'] : []),
    ...(/^https?:\/\/\S+$/.test(url) ? [] : [`the address of the source "${url}" is not a web address`]),
    ...(read === undefined ? [`the day of reading "${readText}" is not in the calendar: write YYYY-MM-DD`] : []),
  ];
  if (reasons.length > 0 || read === undefined) return { reasons };
  return { value: { state, days, publisher, title, url, read } };
}

const daysHint = 'write weekdays such as "friday saturday", in the order of the week from Monday on';
