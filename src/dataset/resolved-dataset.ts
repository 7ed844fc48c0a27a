import type { ResolvedDataset } from '../domain/resolved-dataset.ts';
import { readEvents } from './files/events-csv.ts';
import { describeFault } from './files/fault.ts';
import { readRulings } from './files/rulings.ts';
import { readSources } from './files/sources.ts';
import { readStates } from './files/states.ts';
import type { Reading } from './files/table.ts';
import { byPair } from './resolving/by-pair.ts';

/**
 * Reads the files that the product carries, by their names in `data/`.
 *
 * @throws RangeError at the first faulty row; `jubilee data check` names them all.
 */
export function readResolvedDataset(file: (name: string) => string): ResolvedDataset {
  const states = valuesOf(readStates(file('states.csv')));
  const sources = valuesOf(readSources(file('sources.csv')));
  const rulings = byPair(valuesOf(readRulings(file('rulings.csv'))));
  const stateByCode = new Map(states.map((state) => [state.code, state]));
  const timelines = readEvents(file('events.csv'), stateByCode).map((timeline) => {
    const ruled = rulings.get(timeline.pair);
    return ruled === undefined ? timeline : { ...timeline, rulings: ruled.map(({ reason }) => reason) };
  });
  return { timelines, sources, states };
}

function valuesOf<Value>({ rows, faults: [fault] }: Reading<Value>): Value[] {
  if (fault) throw new RangeError(describeFault(fault));
  return rows.map(({ value }) => value);
}
