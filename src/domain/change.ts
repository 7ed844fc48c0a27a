import type { PartialDate } from './calendar-date.ts';
import type { EventKind, Evidence, Pair } from './relation-event.ts';

/** What a release says of an act. */
export type ReleasedAct = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly evidence: Evidence;
};

/** How an act differs from the last release. `evidence`: only that its date has become disputed, or is so no more. */
export const changeSorts = ['new', 'gone', 'day', 'kind', 'evidence'] as const;
export type ChangeSort = (typeof changeSorts)[number];

/** A change of what the data says of an act: a row of `data/changes.csv`. */
export type Change = {
  /** Date-based version of the data: year, month, number in the month. */
  readonly release: string;
  readonly pair: Pair;
  /** Absent where the act is new. */
  readonly before?: ReleasedAct;
  /** Absent where the act is gone. */
  readonly after?: ReleasedAct;
  readonly what: ChangeSort;
  /** Why, in our own words. */
  readonly reason: string;
  /** Keys of `data/sources.csv` that decided it. */
  readonly sources: readonly string[];
};
