import { findConfidence } from '../domain/confidence.ts';
import { discontinuedIn, predecessorsByState } from '../domain/predecessor.ts';
import type { Pair, RelationEvent } from '../domain/relation-event.ts';
import type { ResolvedDataset } from '../domain/resolved-dataset.ts';
import type { State } from '../domain/state.ts';
import type { SettledStatus, Timeline } from '../domain/timeline.ts';
import type { Weekend } from '../domain/weekend.ts';
import { citedIn } from './cited.ts';
import { readChanges } from './files/changes.ts';
import { readCitations } from './files/citations.ts';
import { readConfidence } from './files/confidence.ts';
import { readEvents } from './files/events-csv.ts';
import { describeFault } from './files/fault.ts';
import { readPredecessors } from './files/predecessors.ts';
import { readRulings } from './files/rulings.ts';
import { readSources } from './files/sources.ts';
import { readStates } from './files/states.ts';
import { readStatuses } from './files/status.ts';
import type { Reading } from './files/table.ts';
import { readWeekends } from './files/weekends.ts';
import { byPair } from './resolving/by-pair.ts';

/**
 * Reads the dataset shipped with the product, from file names in `data/`.
 *
 * @throws RangeError at the first faulty row; `jubilee data check` reports all.
 */
export function readResolvedDataset(file: (name: string) => string): ResolvedDataset {
  const states = withWeekends(
    valuesOrThrow(readStates(file('states.csv'))),
    valuesOrThrow(readWeekends(file('weekends.csv'))),
  );
  const sources = valuesOrThrow(readSources(file('sources.csv')));
  const rulings = byPair(valuesOrThrow(readRulings(file('rulings.csv'))));
  const stateByCode = new Map(states.map((state) => [state.code, state]));
  const changes = byPair(valuesOrThrow(readChanges(file('changes.csv'))));
  const support = supportIn(file);
  const predecessors = predecessorsByState(valuesOrThrow(readPredecessors(file('predecessors.csv'))));
  const settled = new Map(valuesOrThrow(readStatuses(file('status.csv'))).map((status) => [status.pair, status]));
  const timelines = readEvents(file('events.csv'), stateByCode).map((timeline) => {
    const { pair } = timeline;
    const [ruled, changed] = [rulings.get(pair), changes.get(pair)];
    const isDiscontinued = (event: RelationEvent) => discontinuedIn(event, pair, predecessors).length > 0;
    return {
      ...timeline,
      events: timeline.events.map(
        (event): RelationEvent => ({
          ...event,
          ...support(pair, event),
          ...(isDiscontinued(event) && { isDiscontinued: true }),
        }),
      ),
      ...(ruled && { rulings: ruled.map(({ reason }) => reason) }),
      ...(changed && { changes: changed }),
      ...settledAs(settled.get(pair)),
    };
  });
  return { timelines, sources, states };
}

function withWeekends(states: readonly State[], weekends: readonly Weekend[]): State[] {
  const known = new Map(weekends.map(({ state, days }) => [state, days]));
  return states.map((state) => ({ ...state, weekend: known.get(state.code) }));
}

/** Creates a look-up of an event's citations and of the measured share of such dates that hold. */
function supportIn(file: (name: string) => string) {
  const citedFor = citedIn(valuesOrThrow(readCitations(file('citations.csv'))));
  const measured = readConfidence(file('confidence.csv'));
  return (pair: Pair, event: RelationEvent): Pick<RelationEvent, 'cited' | 'confidence'> => {
    const cited = citedFor(pair, event);
    const sort = findConfidence(event, measured);
    const confidence = sort && { share: sort.share, low: sort.low, high: sort.high, n: sort.compared };
    return { ...(cited.length > 0 && { cited }), ...(confidence && { confidence }) };
  };
}

function settledAs(row: SettledStatus | undefined): Pick<Timeline, 'settled'> {
  if (row === undefined) return {};
  const { status, since } = row;
  return { settled: since === undefined ? { status } : { status, since } };
}

function valuesOrThrow<Value>({ rows, faults: [fault] }: Reading<Value>): Value[] {
  if (fault) throw new RangeError(describeFault(fault));
  return rows.map(({ value }) => value);
}
