import { firstDayOf, lastDayOf, type PartialDate } from './calendar-date.ts';
import { type Pair, partiesOf, type RelationEvent, type StateCode } from './relation-event.ts';

/** A state or government that acted before the present one: a row of `data/predecessors.csv`. */
export type Predecessor = {
  /** The present state whose code carries its acts. */
  readonly state: StateCode;
  /** Its key in the column `as` of claims: the name in lower case with hyphens, `soviet-union`. */
  readonly key: string;
  readonly name: string;
  /** The period in which acts count as its own even if no source names it; without both dates, only named acts do. */
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  /** Whether the present state counts these acts as its own. */
  readonly isContinued: boolean;
  /** The partners to which the row applies; empty: all not named in another row of this predecessor. */
  readonly partners: readonly StateCode[];
  readonly reason: string;
  /** A web address, or a key of `data/sources.csv`; empty for common knowledge. */
  readonly source: string;
};

/**
 * Lists the keys of the predecessors that acted and whose acts the present state does not count as its own with this
 * partner. A predecessor acted if a source names it or, if none is named, if the whole date lies in its time.
 */
export function discontinuedIn(
  event: Pick<RelationEvent, 'date' | 'as'>,
  pair: Pair,
  predecessors: PredecessorsByState,
): readonly string[] {
  const [one, other] = partiesOf(pair);
  const sides = [
    [one, other],
    [other, one],
  ] as const;
  return sides.flatMap(([state, partner]) => {
    const rows = predecessors.get(state) ?? [];
    const named = rows.filter(({ key }) => event.as?.includes(key));
    const acting = named.length > 0 ? named : rows.filter((row) => isOfItsTime(event.date, row));
    return [...new Set(acting.map(({ key }) => key))].filter((key) => !isContinued(rows, key, partner));
  });
}

export type PredecessorsByState = ReadonlyMap<StateCode, readonly Predecessor[]>;

export function predecessorsByState(predecessors: readonly Predecessor[]): PredecessorsByState {
  const rows = new Map<StateCode, Predecessor[]>();
  for (const row of predecessors) rows.set(row.state, [...(rows.get(row.state) ?? []), row]);
  return rows;
}

function isContinued(rows: readonly Predecessor[], key: string, partner: StateCode): boolean {
  const ofKey = rows.filter((row) => row.key === key);
  const row =
    ofKey.find(({ partners }) => partners.includes(partner)) ?? ofKey.find(({ partners }) => partners.length === 0);
  return row?.isContinued ?? true;
}

function isOfItsTime(date: PartialDate, { from, until }: Predecessor): boolean {
  if (from === undefined || until === undefined) return false;
  return firstDayOf(from) <= firstDayOf(date) && lastDayOf(date) <= lastDayOf(until);
}
