import { precisionOf } from './calendar-date.ts';
import type { Evidence, RelationEvent } from './relation-event.ts';
import type { ResolvedDataset } from './resolved-dataset.ts';
import { isOrganisation } from './state.ts';

/** Counts how large the dataset is and how well its dates are supported. */
export function datasetStatistics({ timelines, sources, states }: ResolvedDataset) {
  const events = timelines.flatMap((timeline) => timeline.events);
  const of = (isCounted: (event: (typeof events)[number]) => boolean) => events.filter(isCounted).length;
  return {
    states: states.filter((state) => !isOrganisation(state)).length,
    pairs: timelines.length,
    events: events.length,
    day: of(({ date }) => precisionOf(date) === 'day'),
    month: of(({ date }) => precisionOf(date) === 'month'),
    year: of(({ date }) => precisionOf(date) === 'year'),
    evidence: forEach((word) => of(({ evidence }) => evidence === word)),
    held: forEach((word) => shareRange(events.filter(({ evidence }) => evidence === word))),
    sources: sources.length,
    officialSources: sources.filter(({ grade }) => grade === 'official').length,
  };
}

function forEach<Value>(countOf: (word: Evidence) => Value): Readonly<Record<Evidence, Value>> {
  return {
    official: countOf('official'),
    corroborated: countOf('corroborated'),
    listed: countOf('listed'),
    unconfirmed: countOf('unconfirmed'),
    disputed: countOf('disputed'),
  };
}

function shareRange(events: readonly RelationEvent[]): { least: number; most: number } {
  const shares = new Set(events.flatMap(({ confidence }) => confidence?.share ?? []));
  return shares.size === 0 ? { least: 0, most: 0 } : { least: Math.min(...shares), most: Math.max(...shares) };
}
