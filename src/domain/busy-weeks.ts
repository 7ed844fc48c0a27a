import { eachOnce } from './anniversaries.ts';
import { addDays, type CalendarDate, daysBetween, isDay } from './calendar-date.ts';
import type { Milestone, Span } from './milestone.ts';

/** Up to seven days with many milestones, from the first milestone to the last. */
export type BusyWeek = Span & { readonly milestones: number };

const DAYS = 7;
const LEAST = 3;

/**
 * Finds the weeks that need preparation, in order of time: seven days in a row, beginning on any weekday, with at least
 * three milestones and more than twice the average of the span. Takes the densest first, so that none share a day.
 * Milestones without a day do not count; those that may fall on several days count on the first.
 *
 * @param milestones soonest first
 */
export function busyWeeks(milestones: readonly Milestone[], span: Span): BusyWeek[] {
  const days = [...eachOnce(milestones)].flatMap(({ date }) => (isDay(date) ? [date] : []));
  const usual = (days.length * DAYS) / (daysBetween(span.from, span.through) + 1);
  return densest(days, Math.max(LEAST, Math.floor(usual * 2) + 1));
}

function densest(days: readonly CalendarDate[], least: number): BusyWeek[] {
  const weeks = [...new Set(days)].map((day) => weekFrom(day, days));
  const [best] = weeks.sort((one, other) => other.milestones - one.milestones);
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
