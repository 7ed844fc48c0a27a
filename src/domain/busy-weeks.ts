import { eachOnce } from './anniversaries.ts';
import { addDays, type CalendarDate, daysBetween, isDay } from './calendar-date.ts';
import type { Milestone, Span } from './milestone.ts';

/** Seven days or fewer on which many milestones fall; from the first to the last of them. */
export type BusyWeek = Span & { readonly milestones: number };

const DAYS = 7;
const LEAST = 3;

/**
 * The weeks that ask for preparation: seven days in a row, beginning on any weekday, with at least three milestones
 * and more than twice as many as usual in the span. The densest first come to be clusters, none shares a day with another;
 * in order of time. What has no day is in no cluster, and what may fall on several days counts on the first.
 *
 * @param milestones soonest first
 */
export function busyWeeks(milestones: readonly Milestone[], span: Span): BusyWeek[] {
  const days = [...eachOnce(milestones)].flatMap(({ date }) => (isDay(date) ? [date] : []));
  const usual = (days.length * DAYS) / (daysBetween(span.from, span.through) + 1);
  return densest(days, Math.max(LEAST, Math.floor(usual * 2) + 1));
}

function densest(days: readonly CalendarDate[], least: number): BusyWeek[] {
  const [best] = [...new Set(days)].map((day) => weekFrom(day, days)).sort(byMost);
  if (best === undefined || best.milestones < least) return [];
  const before = days.filter((day) => day < best.from);
  const after = days.filter((day) => day > best.through);
  return [...densest(before, least), best, ...densest(after, least)];
}

function weekFrom(from: CalendarDate, days: readonly CalendarDate[]): BusyWeek {
  const end = addDays(from, DAYS - 1);
  const within = days.filter((day) => from <= day && day <= end);
  return { from, through: within.at(-1) ?? from, milestones: within.length };
}

function byMost(one: BusyWeek, other: BusyWeek): number {
  return other.milestones - one.milestones || (one.from < other.from ? -1 : 1);
}
