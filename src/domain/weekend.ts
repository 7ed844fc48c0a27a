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

/** The weekends that are known. */
export type Weekends = ReadonlyMap<StateCode, readonly Weekday[]>;

export function weekendsByState(states: readonly Pick<State, 'code' | 'weekend'>[]): Weekends {
  return new Map(states.flatMap(({ code, weekend }) => (weekend ? [[code, weekend]] : [])));
}

/**
 * Whether offices of the state are known to be closed on this day of the week. `false` without a source on file, so that
 * a guess never stands as a fact. Public holidays are not known.
 */
export function isWeekendIn(code: StateCode, day: CalendarDate, weekends: Weekends): boolean {
  return weekends.get(code)?.includes(weekdayOf(day)) ?? false;
}
