import {
  addDays,
  type CalendarDate,
  dayNumber,
  dayOf,
  daysBetween,
  firstDayOf,
  inYear,
  yearOf,
} from './calendar-date.ts';
import { type Digest, digestOf, endOfPeriod, isDigestDay } from './digest.ts';
import { isMilestone } from './milestone.ts';
import { follows, isSilenced } from './milestones-due.ts';
import type { Preferences } from './preferences.ts';
import type { RelationEvent } from './relation-event.ts';
import type { Timeline } from './timeline.ts';

/** The digests that a subscriber would get: how many in twelve months, and the first of them. */
export type DigestsAhead = { readonly inTwelveMonths: number; readonly next: readonly Digest[] };

const DAY_MS = 86_400_000;

type Period = Pick<Digest, 'on' | 'coverage'>;

/**
 * The digests of the twelve months from the day on which somebody with these preferences confirms, in one pass over
 * the events; of the first `most` also what they tell.
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
  const told = toldByDay(timelines, preferences, { from, through });
  const toldIn = ({ coverage }: Period) =>
    told.slice(daysBetween(from, coverage.from), daysBetween(from, coverage.through) + 1);
  const digests = periods.filter((period) => preferences.sendEmpty || toldIn(period).some(({ length }) => length > 0));
  return {
    inTwelveMonths: digests.length,
    next: digests.slice(0, most).map((period) => digestOf(period, [...new Set(toldIn(period).flat())], preferences)),
  };
}

/** The periods whose digest day lies in the twelve months; the first one begins with the first day. */
function periodsFrom(from: CalendarDate, preferences: Preferences): Period[] {
  const end = firstDayOf(inYear(yearOf(from) + 1, from, '02-28'));
  return Array.from({ length: daysBetween(from, end) }, (_, day) => addDays(from, day))
    .filter((day) => isDigestDay(day, preferences))
    .map((on, index) => ({
      on,
      coverage: { from: index === 0 ? from : on, through: endOfPeriod(on, preferences) },
    }));
}

/** For each day of the span the timelines of which something is due on it, at any of the lead times. */
function toldByDay(
  timelines: readonly Timeline[],
  preferences: Preferences,
  span: Digest['coverage'],
): readonly (readonly Timeline[])[] {
  const first = dayNumber(span.from);
  const told: Timeline[][] = Array.from({ length: dayNumber(span.through) - first + 1 }, () => []);
  const years = yearsTold(span, preferences.leadTimes);
  for (const timeline of timelines) {
    if (!follows(preferences, timeline.pair)) continue;
    for (const day of milestoneDays(timeline, years, preferences)) {
      for (const leadTime of preferences.leadTimes) {
        const due = day - leadTime - first;
        if (due >= 0 && due < told.length) told[due]?.push(timeline);
      }
    }
  }
  return told;
}

/** The days (by number) from which the pair's milestones in these years are counted back. */
function milestoneDays(timeline: Timeline, years: readonly number[], preferences: Preferences): number[] {
  const mayBeSilenced = !preferences.includeSevered && isEverBrokenOff(timeline);
  return timeline.events
    .filter(({ kind }) => preferences.kinds.includes(kind))
    .flatMap((event) => {
      const days = daysOf(event, years, preferences);
      return mayBeSilenced ? days.filter((day) => !isSilenced(event, timeline, dayOf(new Date(day * DAY_MS)))) : days;
    });
}

/** Saves the question of every day for the many pairs that never broke. */
function isEverBrokenOff({ ended, events }: Timeline): boolean {
  return ended !== undefined || events.some(({ kind }) => kind === 'severed');
}

/**
 * The same of one event, whether or not the relations are broken off by then. `Date.UTC` takes the 29th of
 * a February of 28 days for 1 March, and the 0th of March for the last of February.
 */
function daysOf({ date }: RelationEvent, years: readonly number[], { policy, leapDay }: Preferences): number[] {
  const origin = yearOf(date);
  const [month, day] =
    date.endsWith('-02-29') && leapDay === 'feb28'
      ? [2, 0]
      : [Number(date.slice(5, 7) || 1) - 1, Number(date.slice(8) || 1)];
  return years.filter((year) => isMilestone(policy, year - origin)).map((year) => Date.UTC(year, month, day) / DAY_MS);
}

function yearsTold({ from, through }: Digest['coverage'], leadTimes: readonly number[]): number[] {
  const last = yearOf(addDays(through, Math.max(...leadTimes)));
  return Array.from({ length: last - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
}
