import { type CalendarDate, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, commonPart, dayOfMonth, formatsIn } from '../formats.ts';

export const formats = formatsIn('zh-Hans');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text}（${by}）`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `官方：${governments.join('、')}` : '',
      lists.length > 0 ? `维基百科列表：${lists.join('、')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('；'),
  countedFrom: (origin) => `自${date(origin)}起算`,
  doubts: { unconfirmed: '未经证实', disputed: '有争议' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return dayWithWeekday(when);
    return precisionOf(when) === 'month' ? `${date(when)}（日期不详）` : `${date(when)}（月日不详）`;
  },
};

export function date(when: PartialDate): string {
  return formats[precisionOf(when)](when);
}

/**
 * Shortens the later day, as the larger unit comes first.
 *
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => '2024年1月3日至5日'
 */
export function fromTo(span: Span): string {
  const { from, through } = span;
  const common = commonPart(span);
  if (common === 'day') return date(from);
  return `${date(from)}至${{ month: dayInMonth, year: formats.dayAndMonth, none: date }[common](through)}`;
}

/**
 * @example
 * either(['1993-10-12', '1993-10-21']) // => '1993年10月12日或21日'
 */
export function either(choices: readonly PartialDate[]): string {
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice, index) => (shortens && index > 0 ? dayInMonth(choice) : date(choice))));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${date(day)}（${formats.weekday(day)}）`;
}

function dayInMonth(day: PartialDate): string {
  return `${dayOfMonth(day)}日`;
}
