import { type CalendarDate, isDay, type PartialDate, precisionOf } from '../../domain/calendar-date.ts';
import type { Span } from '../../domain/milestone.ts';
import type { DateMessages } from '../catalogue.ts';
import { areOfOneMonth, commonPart, dayOfMonth, formatsIn } from '../formats.ts';

/** Fixed to the Gregorian calendar and the digits 0 to 9, as in the codes, hours and addresses beside them, whatever the runtime's default. */
export const formats = formatsIn('ar-u-ca-gregory-nu-latn');

export const dates: DateMessages = {
  either,
  choice: (choices) => formats.or(choices.map(({ text, by }) => (by === '' ? text : `${text} (${by})`))),
  givers: ({ governments, lists, publishers }) =>
    [
      governments.length > 0 ? `رسمي: ${governments.join('، ')}` : '',
      lists.length > 0 ? `قائمة ويكيبيديا: ${lists.join('، ')}` : '',
      ...publishers,
    ]
      .filter((part) => part !== '')
      .join('؛ '),
  countedFrom: (origin) => `بالحساب من ${date(origin)}`,
  doubts: { unconfirmed: 'غير مؤكد', disputed: 'مختلف عليه' },
  date,
  dayWithWeekday,
  observed: (when) => {
    if (isDay(when)) return dayWithWeekday(when);
    return precisionOf(when) === 'month' ? `${on(when)} (اليوم غير مذكور)` : `${on(when)} (اليوم والشهر غير مذكورين)`;
  },
};

export function date(when: PartialDate): string {
  return formats[precisionOf(when)](when);
}

/**
 * @example
 * on('2024-01-12') // => 'في 12 يناير 2024'
 * on('2024') // => 'في عام 2024'
 */
export function on(when: PartialDate): string {
  return precisionOf(when) === 'year' ? `في عام ${date(when)}` : `في ${date(when)}`;
}

export function since(when: PartialDate): string {
  return precisionOf(when) === 'year' ? `منذ عام ${date(when)}` : `منذ ${date(when)}`;
}

/**
 * @example
 * fromTo({ from: '2024-01-03', through: '2024-01-05' }) // => 'من 3 إلى 5 يناير 2024'
 */
export function fromTo(span: Span): string {
  const { from, through } = span;
  const common = commonPart(span);
  if (common === 'day') return date(from);
  const opening = { month: dayOfMonth, year: formats.dayAndMonth, none: date }[common](from);
  return `من ${opening} إلى ${date(through)}`;
}

/**
 * @example
 * either(['1993-10-12', '1993-10-21']) // => '12 أو 21 أكتوبر 1993'
 */
export function either(choices: readonly PartialDate[]): string {
  const last = choices.at(-1);
  const shortens = areOfOneMonth(choices);
  return formats.or(choices.map((choice) => (shortens && choice !== last ? dayOfMonth(choice) : date(choice))));
}

/**
 * @example
 * onEither(['1993-10-12', '1993-10-21']) // => 'في 12 أو 21 أكتوبر 1993'
 * onEither(['1993-10', '1994-01-12']) // => 'في أكتوبر 1993 أو في 12 يناير 1994'
 */
export function onEither(choices: readonly PartialDate[]): string {
  return areOfOneMonth(choices) ? `في ${either(choices)}` : formats.or(choices.map(on));
}

function dayWithWeekday(day: CalendarDate): string {
  return `${formats.weekday(day)} ${date(day)}`;
}
