import {
  addDays,
  type CalendarDate,
  daysBetween,
  firstDayOf,
  type Precision,
  precisionOf,
  precisions,
} from './calendar-date.ts';
import { type Milestone, milestoneKey, type Span } from './milestone.ts';
import { compareMilestones, follows, milestonesBetween, type SortKey } from './milestones-due.ts';
import { defaultPreferences, type MilestoneFilter } from './preferences.ts';
import type { Timeline } from './timeline.ts';

/** A query for anniversaries, from the API or the command line. */
export type AnniversaryQuestion = Span &
  MilestoneFilter & {
    /** The precisions of event dates to include. */
    readonly precisions: readonly Precision[];
    /** Yields only milestones after this one. */
    readonly after?: SortKey | undefined;
  };

/** The days searched at a time: few at first, as callers may take only the first results; then more if milestones are rare. */
const FIRST_DAYS = 31;
const MAX_DAYS = 3660;

/**
 * Yields the milestones of a query: soonest first, and on one day the longest relations first.
 * Lazy: computes and holds only what the caller takes, however long the span.
 */
export function* anniversaries(timelines: readonly Timeline[], question: AnniversaryQuestion): Generator<Milestone> {
  const { precisions, after } = question;
  const followed = timelines.filter(({ pair }) => follows(question, pair));
  for (const part of splitSpan(remainingSpan(question))) {
    for (const milestone of milestonesBetween(followed, part, question)) {
      if (after !== undefined && compareMilestones(milestone, after) <= 0) continue;
      if (precisions.includes(precisionOf(milestone.date))) yield milestone;
    }
  }
}

/** Takes the first `most` values, and reads no further. */
export function takeFirst<Value>(values: Iterable<Value>, most: number): Value[] {
  const first: Value[] = [];
  for (const value of values) {
    if (first.push(value) >= most) break;
  }
  return first;
}

/** Lists the next milestones by the default preferences, each once, up to ten years ahead. */
export function comingMilestones(timelines: readonly Timeline[], today: CalendarDate, most: number): Milestone[] {
  const span = { from: today, through: addDays(today, DAYS_AHEAD) };
  return takeFirst(eachOnce(anniversaries(timelines, { ...defaultPreferences, ...span, precisions })), most);
}

/** Yields each milestone once, on the first of the days that it may fall on. */
export function* eachOnce(milestones: Iterable<Milestone>): Generator<Milestone> {
  const seen = new Set<string>();
  for (const milestone of milestones) {
    const key = milestoneKey(milestone);
    if (!seen.has(key)) yield milestone;
    seen.add(key);
  }
}

const DAYS_AHEAD = 3652;

function remainingSpan({ from, through, after }: AnniversaryQuestion): Span {
  const reached = after === undefined ? from : firstDayOf(after.date);
  return { from: reached > from ? reached : from, through };
}

function* splitSpan({ from, through }: Span): Generator<Span> {
  let [start, days] = [from, FIRST_DAYS];
  while (start <= through) {
    const left = daysBetween(start, through) + 1;
    if (left <= days) return yield { from: start, through };
    yield { from: start, through: addDays(start, days - 1) };
    start = addDays(start, days);
    days = Math.min(2 * days, MAX_DAYS);
  }
}
