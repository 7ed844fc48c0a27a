import type { PartialDate } from './calendar-date.ts';

/** A state by its ISO 3166-1 alpha-2 code, `XK` for Kosovo, or a code of our own for a former state (`SU`, `YU`, `CS`, `DD`). */
export type StateCode = string;

/** Two states, their codes in alphabetical order, so that a pair has one spelling: `CN-LS`. */
export type Pair = `${StateCode}-${StateCode}`;

/** The kinds of act, in the order in which they follow one another between two states. */
export const eventKinds = ['recognised', 'consular', 'established', 'upgraded', 'severed', 'resumed'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The kinds whose anniversaries are announced unless a subscriber chooses otherwise. */
export const defaultKinds = ['established', 'resumed', 'upgraded'] as const satisfies readonly EventKind[];

/**
 * How well the sources support an event's date: several sources give it and none worth weighing against
 * them differs (`agreed`); one source gives it (`single-source`); sources of comparable weight differ (`disputed`).
 */
export const standings = ['agreed', 'single-source', 'disputed'] as const;
export type Standing = (typeof standings)[number];

/** Another date, or another kind, that sources give for the same act. */
export type Alternative = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  /** Keys of `data/sources.csv`. */
  readonly sources: readonly string[];
};

/** One dated act between two parties, as the claims and rulings resolve it. */
export type RelationEvent = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly standing: Standing;
  readonly alternatives: readonly Alternative[];
  /** Keys of `data/sources.csv` that give this date or a coarser form of it, the weightiest first. */
  readonly sources: readonly string[];
  /** What qualifies the act, such as the predecessor that acted: `as Soviet Union; legation raised to embassy`. May be empty. */
  readonly note: string;
};

/**
 * The pair of two states, whichever is named first.
 *
 * @example
 * pairOf('LS', 'CN') // => 'CN-LS'
 */
export function pairOf(one: StateCode, other: StateCode): Pair {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}

export function partiesOf(pair: Pair): readonly [StateCode, StateCode] {
  return [pair.slice(0, 2), pair.slice(3)];
}

/** Names an event within its pair for ever, whatever its sources and standing become: `1994-01-12#resumed`. */
export function eventKey(event: Pick<RelationEvent, 'date' | 'kind'>): string {
  return `${event.date}#${event.kind}`;
}
