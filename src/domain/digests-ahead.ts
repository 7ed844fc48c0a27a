import { addDays, type CalendarDate, dayNumber, daysBetween, firstDayOf, inYear, yearOf } from './calendar-date.ts';
import { buildDigest, type Digest, endOfPeriod, isDigestDay } from './digest.ts';
import { milestonesIn, yearsIn } from './milestones-due.ts';
import type { Preferences } from './preferences.ts';
import type { Timeline } from './timeline.ts';

/** The digests that a subscriber would get: their number in twelve months, and the first few. */
export type DigestsAhead = { readonly inTwelveMonths: number; readonly next: readonly Digest[] };

type Period = Pick<Digest, 'on' | 'coverage'>;

/**
 * Forecasts the digests of the twelve months after somebody with these preferences confirms, in one pass over the
 * events. Builds the content of the first `most` only.
 *
 * @example
 * // only China and Lesotho, who resumed relations on 12 January 1994; a week's notice
 * digestsAhead([chinaLesotho], { ...defaultPreferences, leadTimes: [7] }, { from: '2024-01-01', most: 5 })
 * // => { inTwelveMonths: 1, next: [{ on: '2024-01-05', … }] }
 */
export function digestsAhead(
  timelines: readonly Timeline[],
  preferences: Preferences,
  { from, most }: { readonly from: CalendarDate; readonly most: number },
): DigestsAhead {
  const periods = periodsFrom(from, preferences);
  const through = periods.at(-1)?.coverage.through ?? from;
  const due = dueByDay(timelines, preferences, { from, through });
  const dueIn = ({ coverage }: Period) =>
    due.slice(daysBetween(from, coverage.from), daysBetween(from, coverage.through) + 1);
  const digests = periods.filter((period) => preferences.sendEmpty || dueIn(period).some(({ length }) => length > 0));
  return {
    inTwelveMonths: digests.length,
    next: digests
      .slice(0, most)
      .map((period) => buildDigest(period, { timelines: [...new Set(dueIn(period).flat())] }, preferences)),
  };
}

/** Lists the periods with a digest day in the twelve months; the first one starts on the day of confirmation. */
function periodsFrom(from: CalendarDate, preferences: Preferences): Period[] {
  const end = firstDayOf(inYear(yearOf(from) + 1, from, '02-28'));
  return Array.from({ length: daysBetween(from, end) }, (_, day) => addDays(from, day))
    .filter((day) => isDigestDay(day, preferences))
    .map((on, index) => ({
      on,
      coverage: { from: index === 0 ? from : on, through: endOfPeriod(on, preferences) },
    }));
}

/** Lists, for each day of the span, the timelines with a milestone due on it at any of the lead times. */
function dueByDay(
  timelines: readonly Timeline[],
  preferences: Preferences,
  { from, through }: Digest['coverage'],
): readonly (readonly Timeline[])[] {
  const first = dayNumber(from);
  const due: Timeline[][] = Array.from({ length: dayNumber(through) - first + 1 }, () => []);
  const years = yearsIn({ from, through: addDays(through, Math.max(...preferences.leadTimes)) });
  for (const { timeline, date } of milestonesIn(timelines, years, preferences)) {
    const day = dayNumber(firstDayOf(date)) - first;
    for (const leadTime of preferences.leadTimes) due[day - leadTime]?.push(timeline);
  }
  return due;
}
