import { eachOnce } from './anniversaries.ts';
import { type CalendarDate, isDay } from './calendar-date.ts';
import type { Milestone } from './milestone.ts';

/** A step of the scale: the range of milestones per day. */
export type HeatStep = { readonly least: number; readonly most: number };

export type HeatMap = {
  /** Milestones per day, only of days that have any. One that may fall on several days counts on the first; one without a day does not count. */
  readonly days: ReadonlyMap<CalendarDate, number>;
  /** The steps from the quietest quarter of those days to the busiest; fewer than four if they hardly differ. */
  readonly steps: readonly HeatStep[];
};

export function heatMap(milestones: readonly Milestone[]): HeatMap {
  const days = new Map<CalendarDate, number>();
  for (const { date } of eachOnce(milestones)) if (isDay(date)) days.set(date, (days.get(date) ?? 0) + 1);
  return { days, steps: divideIntoSteps([...days.values()].sort((one, other) => one - other)) };
}

/** Returns the step of the scale for a day, from 1 for the quietest; 0 for a day without milestones. */
export function heatOf(day: CalendarDate, { days, steps }: HeatMap): number {
  const count = days.get(day) ?? 0;
  return count === 0 ? 0 : steps.findIndex(({ most }) => count <= most) + 1;
}

/** Lists the days with the most milestones, busiest first, ties by date. */
export function busiestDays({ days }: HeatMap, most: number): readonly (readonly [CalendarDate, number])[] {
  return [...days].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1)).slice(0, most);
}

/** Divides the days into quarters, merging those that end at the same count. */
function divideIntoSteps(counts: readonly number[]): HeatStep[] {
  const ends = [0.25, 0.5, 0.75, 1].flatMap((part) => counts[Math.ceil(counts.length * part) - 1] ?? []);
  return [...new Set(ends)].map((most, index, mosts) => ({ least: (mosts[index - 1] ?? 0) + 1, most }));
}
