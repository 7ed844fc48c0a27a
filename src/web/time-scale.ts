import { type CalendarDate, dayNumber, firstDayOf, type PartialDate, yearOf } from '../domain/calendar-date.ts';

/** Where dates stand in a picture of time, from its left edge to its right. */
export type TimeScale = {
  /** As a part of the width, in percent; what lies outside stands at the edge. */
  readonly at: (date: PartialDate) => number;
  /** The round years to be marked. */
  readonly years: readonly number[];
};

const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MAX_MARKS = 8;

/** From the round year before `from` to `through`. */
export function timeScale(from: CalendarDate, through: CalendarDate): TimeScale {
  const [first, last] = [yearOf(from), yearOf(through)];
  const step = STEPS.find((years) => (last - first) / years <= MAX_MARKS) ?? 200;
  const start = Math.floor(first / step) * step;
  const years = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
  const origin = dayNumber(firstDayOf(yearText(start)));
  const length = dayNumber(through) - origin;
  return {
    at: (date) => {
      const part = (dayNumber(firstDayOf(date)) - origin) / length;
      return Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100;
    },
    years,
  };
}

function yearText(year: number): PartialDate {
  return `${year}`;
}
