import type { PartialDate, Weekday } from './calendar-date.ts';
import type { StateCode } from './relation-event.ts';

export const stateKinds = ['un_member', 'un_observer', 'other', 'organisation', 'former'] as const;

/** A state or organisation behind a code: a row of `data/states.csv`. Its names are English; readers see those of `wording`. */
export type State = {
  readonly code: StateCode;
  readonly name: string;
  readonly officialName: string;
  /** Absent if contested or ancient. */
  readonly since?: PartialDate | undefined;
  /** Only of former states: when they ceased to exist. */
  readonly until?: PartialDate | undefined;
  readonly predecessors: readonly StateCode[];
  readonly unMemberSince?: PartialDate | undefined;
  readonly capital: string;
  /** IANA zone of the capital. */
  readonly timeZone: string;
  readonly region: string;
  readonly subregion: string;
  readonly kind: (typeof stateKinds)[number];
  /** When a new state took over the code, so that relations are counted anew: Czechia 1993, Germany 1871 and 1949. */
  readonly successions: readonly PartialDate[];
  /** The weekdays on which its offices rest; absent where no source is on file. */
  readonly weekend?: readonly Weekday[] | undefined;
};

/** Checks whether the party is an organisation, such as the European Union, which has relations without being a state. */
export function isOrganisation({ kind }: Pick<State, 'kind'>): boolean {
  return kind === 'organisation';
}

/** Finds the states that emerged from `code` by break-up, division or merger. */
export function findSuccessors<Kin extends Pick<State, 'code' | 'predecessors'>>(
  code: StateCode,
  states: readonly Kin[],
): Kin[] {
  return states.filter(({ predecessors }) => predecessors.includes(code));
}
