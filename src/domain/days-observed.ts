import { type PartialDate, yearOf } from './calendar-date.ts';
import { daysCounted, type GivenDay } from './days-given.ts';
import { type LeapDayRule, type Milestone, observedIn } from './milestone.ts';

/** A day on which a milestone may fall, and the day of the act from which it is counted. */
export type ObservedDay = GivenDay & { readonly origin: PartialDate };

const LAST_YEAR = 9999;

/** Lists the days on which a milestone may fall, earliest first. */
export function daysObserved(
  { event, years }: Pick<Milestone, 'event' | 'years'>,
  leapDay: LeapDayRule,
): ObservedDay[] {
  return daysCounted(event)
    .filter(({ date }) => yearOf(date) + years <= LAST_YEAR)
    .map(({ date, sources }) => ({ date: observedIn(yearOf(date) + years, date, leapDay), origin: date, sources }));
}
