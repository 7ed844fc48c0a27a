import type { StateCode } from '../domain/relation-event.ts';
import type { DatedSource } from '../domain/source.ts';
import type { State } from '../domain/state.ts';
import type { Timeline } from '../domain/timeline.ts';
import { readEvents } from './files/events-csv.ts';
import { describeFault } from './files/fault.ts';
import { readRulings } from './files/rulings.ts';
import { readSources } from './files/sources.ts';
import { readStates } from './files/states.ts';
import type { Reading } from './files/table.ts';
import { byPair } from './resolving/by-pair.ts';

/** What the product tells from: the resolved timelines, the sources that they rest on, the states behind the codes. */
export type ProductData = {
  readonly timelines: readonly Timeline[];
  readonly sources: readonly DatedSource[];
  readonly states: ReadonlyMap<StateCode, State>;
};

/**
 * Reads the files that the product carries, by their names in `data/`.
 *
 * @throws RangeError at the first row that makes no sense: `jubilee data check` names them all.
 */
export function readProductData(file: (name: string) => string): ProductData {
  const states = new Map(valuesOf(readStates(file('states.csv'))).map((state) => [state.code, state]));
  const sources = valuesOf(readSources(file('sources.csv')));
  const rulings = byPair(valuesOf(readRulings(file('rulings.csv'))));
  const timelines = readEvents(file('events.csv'), states).map((timeline) => {
    const ruled = rulings.get(timeline.pair);
    return ruled === undefined ? timeline : { ...timeline, rulings: ruled.map(({ reason }) => reason) };
  });
  return { timelines, sources, states };
}

function valuesOf<Value>({ rows, faults: [fault] }: Reading<Value>): Value[] {
  if (fault) throw new RangeError(describeFault(fault));
  return rows.map(({ value }) => value);
}
