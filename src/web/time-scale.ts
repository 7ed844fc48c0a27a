import { type CalendarDate, dayNumber, firstDayOf, type PartialDate, yearOf } from '../domain/calendar-date.ts';

/** Where dates stand in a picture of time, which runs as the reader's script does. */
export type TimeScale = {
  /** From the left edge, in percent of the width; what lies outside stands at the edge. */
  readonly at: (date: PartialDate) => number;
  /** The first day that is shown. */
  readonly start: CalendarDate;
  /** The round years to be marked. */
  readonly years: readonly number[];
};

const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MAX_MARKS = 8;

/** From the round year before `from` to `through`; in Arabic from right to left. */
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
