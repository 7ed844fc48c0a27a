import type { CalendarDate } from '../domain/calendar-date.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { findSuccessors, type State } from '../domain/state.ts';
import { statusOn, type Timeline } from '../domain/timeline.ts';
import { wordingIn } from '../wording/wording.ts';
import { nextMilestones } from './relation-record.ts';

/** Builds the API's record of a state, with its usual English name. */
export function stateRecord({ name, successions, weekend, ...state }: State, states: readonly State[]) {
  const successors = findSuccessors(state.code, states).map(({ code }) => code);
  return { ...state, name: wordingIn('en').names.state(state.code), successors };
}

/** Builds the record of a state with its relations to every partner on file. */
export function stateWithRelations(
  state: State,
  { states, timelines }: { readonly states: readonly State[]; readonly timelines: readonly Timeline[] },
  today: CalendarDate,
) {
  const own = timelines.filter(({ pair }) => partiesOf(pair).includes(state.code));
  return {
    ...stateRecord(state, states),
    asOf: today,
    relations: own.map((timeline) => ({
      pair: timeline.pair,
      partner: partiesOf(timeline.pair).find((code) => code !== state.code) ?? state.code,
      status: statusOn(timeline, today),
    })),
    next: nextMilestones(own, today),
  };
}
