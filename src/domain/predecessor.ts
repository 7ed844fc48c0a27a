import type { PartialDate } from './calendar-date.ts';
import type { StateCode } from './relation-event.ts';

/** A state or government that acted before the present one: a row of `data/predecessors.csv`. */
export type Predecessor = {
  /** The present state whose code carries its acts. */
  readonly state: StateCode;
  /** What claims call it in their column `as`: the name in small letters and hyphens, `soviet-union`. */
  readonly key: string;
  readonly name: string;
  /** Acts of its time are its acts, even where no source names it. Without both dates only named acts are. */
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  /** Whether the present state counts its acts as its own. */
  readonly isContinued: boolean;
  /** The partners that the row is about; empty: all that no other row of this predecessor names. */
  readonly partners: readonly StateCode[];
  readonly reason: string;
  /** A web address or a key of `data/sources.csv`; empty for common knowledge. */
  readonly source: string;
};
