import { type CalendarDate, dayNumber, firstDayOf, type PartialDate, yearOf } from '../domain/calendar-date.ts';

/** The horizontal scale of a timeline, which runs in the direction of the reader's script. */
export type TimeScale = {
  /** Returns the distance from the left edge (percent of the width); dates outside the scale are at its edge. */
  readonly at: (date: PartialDate) => number;
  /** The first day on the scale. */
  readonly start: CalendarDate;
  /** The round years to mark. */
  readonly years: readonly number[];
};

const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MAX_MARKS = 8;

/** Builds a scale from the round year before `from` to `through`; for Arabic from right to left. */
export function timeScale(from: CalendarDate, through: CalendarDate, direction: 'ltr' | 'rtl'): TimeScale {
  const [first, last] = [yearOf(from), yearOf(through)];
  const step = STEPS.find((years) => (last - first) / years <= MAX_MARKS) ?? 200;
  const start = Math.floor(first / step) * step;
  const years = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
  const firstDay = firstDayOf(yearText(start));
  const origin = dayNumber(firstDay);
  const length = dayNumber(through) - origin;
  return {
    at: (date) => {
      const part = Math.min(1, Math.max(0, (dayNumber(firstDayOf(date)) - origin) / length));
      return Math.round((direction === 'rtl' ? 1 - part : part) * 10_000) / 100;
    },
    start: firstDay,
    years,
  };
}

function yearText(year: number): PartialDate {
  return `${year}`;
}
