import { type CalendarDate, type Weekday, weekdayOf } from './calendar-date.ts';
import type { StateCode } from './relation-event.ts';
import type { State } from './state.ts';

/** The weekdays on which the offices of a state are closed, with the source: a row of `data/weekends.csv`. */
export type Weekend = {
  readonly state: StateCode;
  readonly days: readonly Weekday[];
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** When the source was read. */
  readonly read: CalendarDate;
};

/** The known weekends by state. */
export type Weekends = ReadonlyMap<StateCode, readonly Weekday[]>;

export function weekendsByState(states: readonly Pick<State, 'code' | 'weekend'>[]): Weekends {
  return new Map(states.flatMap(({ code, weekend }) => (weekend ? [[code, weekend]] : [])));
}

/**
 * Checks whether offices of the state are known to be closed on this weekday. `false` without a source on file, so that
 * no guess passes for a fact. Ignores public holidays.
 */
export function isWeekendIn(code: StateCode, day: CalendarDate, weekends: Weekends): boolean {
  return weekends.get(code)?.includes(weekdayOf(day)) ?? false;
}
