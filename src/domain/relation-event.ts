import type { PartialDate } from './calendar-date.ts';

/** A state by its ISO 3166-1 alpha-2 code, `XK` for Kosovo, or a code of our own for the Order of Malta (`XO`) or a former state (`SU`, `YU`, `CS`, `DD`). */
export type StateCode = string;

/** Two states, their codes in alphabetical order, so that a pair has one spelling: `CN-LS`. */
export type Pair = `${StateCode}-${StateCode}`;

/** The kinds of act, in the order in which they follow one another between two states. */
export const eventKinds = ['recognised', 'consular', 'established', 'upgraded', 'severed', 'resumed'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The kinds whose anniversaries are announced unless a subscriber chooses otherwise. */
export const defaultKinds = ['established', 'resumed', 'upgraded'] as const satisfies readonly EventKind[];

/**
 * The support for a date. One encyclopedia is one voice, however many of its lists repeat the date.
 *
 * - `official`: a government of one of the parties gives it, read at first hand, and the other does not contradict it.
 * - `corroborated`: two or more independent voices give it; no voice of comparable weight contradicts it.
 * - `listed`: the encyclopedia's lists of both parties give it, and nothing on file supports another day.
 * - `unconfirmed`: one list alone, or the lists agree but a note or another voice gives another day.
 * - `disputed`: voices of comparable weight differ; two governments may each count their own day.
 */
export const evidences = ['official', 'corroborated', 'listed', 'unconfirmed', 'disputed'] as const;
export type Evidence = (typeof evidences)[number];

/** A citation of an encyclopedia for a date: not read by us. */
export type Cited = {
  readonly publisher: string;
  /** Empty when the citation has no address. */
  readonly url: string;
};

/** The share of dates of this evidence and era that agreed with independent ones, with its 95 % interval. */
type HeldShare = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** The number of dates compared. */
  readonly n: number;
};

/** Another date, or another kind, that sources give for the same act. */
export type Alternative = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  /** Keys of `data/sources.csv`. */
  readonly sources: readonly string[];
};

/** The level to which an act brings relations. */
export const levels = [
  'consular level at first',
  'legation level',
  'minister level',
  "charge d'affaires level",
  'ambassador level',
  'ambassador level restored',
  'to embassy level',
  'to High Commission',
  'consulate raised to legation',
  'mission raised to embassy',
  'legation raised to embassy',
  "charge d'affaires raised to ambassador",
] as const;
type Level = (typeof levels)[number];

/** The manner of an act, as sources call it. */
export const manners = [
  'suspended',
  'frozen',
  'cancelled',
  'interrupted',
  'recognition withdrawn',
  're-recognised',
  'restored after Soviet period',
  'normalisation',
  'government in exile',
] as const;
type Manner = (typeof manners)[number];

/** Reasons why the date may be wrong: the source doubts it, or infers it from something else. */
const doubtsOfDate = [
  'queried',
  'doubtful',
  'approximate',
  'inferred',
  'report',
  'announcement',
  'by-then',
  'recognition',
  'anniversary',
] as const;

/** Reasons why the date may be of a step other than the entry into force, or is badly sourced. */
const doubtsOfAct = [
  'signing',
  'credentials',
  'ambassador',
  'letters',
  'another-act',
  'near',
  'before-statehood',
  'failing-verification',
  'source-wanted',
] as const;

export const doubts = [...doubtsOfDate, ...doubtsOfAct] as const;
export type Doubt = (typeof doubts)[number];

/** The words by which lists describe the relations today, without a date. */
export const tags = ['suspended', 'frozen', 'cancelled', 'severed', 'broken', 'terminated'] as const;
type Tag = (typeof tags)[number];

/** The circumstances of an act, in machine-readable words. */
export type Circumstances = {
  /** Keys of the predecessors that acted: see `data/predecessors.csv`. */
  readonly as?: readonly string[];
  /** The state that acted alone. */
  readonly by?: StateCode;
  readonly level?: Level;
  readonly manner?: Manner;
  readonly doubts?: readonly Doubt[];
  readonly tag?: Tag;
  /** For people only: parts separated by "; ". */
  readonly remark?: string;
};

/** One dated act between two parties, resolved from claims and rulings. */
export type RelationEvent = Circumstances & {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly evidence: Evidence;
  readonly alternatives: readonly Alternative[];
  /** Keys of `data/sources.csv` that give this date or a coarser form of it, the weightiest first. */
  readonly sources: readonly string[];
  /** Governments first. */
  readonly cited?: readonly Cited[];
  readonly confidence?: HeldShare;
  /** Act of a predecessor that the present state does not continue: part of the history, not of the relations. */
  readonly isDiscontinued?: true;
};

/**
 * Returns the pair of two states, in any order.
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

/** Returns the key of an event in its pair; changes of sources or evidence do not affect it: `1994-01-12#resumed`. */
export function eventKey(event: Pick<RelationEvent, 'date' | 'kind'>): string {
  return `${event.date}#${event.kind}`;
}
