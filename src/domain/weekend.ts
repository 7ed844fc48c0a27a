import { type CalendarDate, type Weekday, weekdayOf, weekdays } from './calendar-date.ts';
import type { StateCode } from './relation-event.ts';
import { remember } from './remember.ts';

/**
 * Whether offices of the state rest on this day by its weekly custom, as CLDR records it: Friday and Saturday in Egypt,
 * Friday in Iran, Sunday in India. Public holidays are not known.
 *
 * @example
 * isWeekendIn('EG', '2024-01-12') // => true, a Friday
 * isWeekendIn('CN', '2024-01-12') // => false
 */
export function isWeekendIn(code: StateCode, day: CalendarDate): boolean {
  return weekendOf(code).includes(weekdayOf(day));
}

const weekendOf = remember(weekendInCldr, { most: 300 });

/** Node.js 20 has the week as a property, later versions as a method. */
function weekendInCldr(code: StateCode): readonly Weekday[] {
  const locale: LocaleWithWeek = new Intl.Locale(`und-${code}`);
  const { weekend } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { weekend: [6, 7] };
  return weekend.flatMap((number) => weekdays[number - 1] ?? []);
}

/** Weekdays by their numbers, Monday being 1. */
type WeekInfo = { readonly weekend: readonly number[] };

type LocaleWithWeek = Pick<Intl.Locale, 'region'> & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
