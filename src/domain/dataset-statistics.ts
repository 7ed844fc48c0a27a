import { precisionOf } from './calendar-date.ts';
import { type Evidence, partiesOf, type RelationEvent } from './relation-event.ts';
import type { Source } from './source.ts';
import type { Timeline } from './timeline.ts';

/** How large the dataset is and how well it is known. */
export function datasetStatistics(timelines: readonly Timeline[], sources: readonly Source[]) {
  const events = timelines.flatMap((timeline) => timeline.events);
  const of = (isCounted: (event: (typeof events)[number]) => boolean) => events.filter(isCounted).length;
  return {
    states: new Set(timelines.flatMap(({ pair }) => partiesOf(pair))).size,
    pairs: timelines.length,
    events: events.length,
    day: of(({ date }) => precisionOf(date) === 'day'),
    month: of(({ date }) => precisionOf(date) === 'month'),
    year: of(({ date }) => precisionOf(date) === 'year'),
    evidence: forEach((word) => of(({ evidence }) => evidence === word)),
    held: forEach((word) => heldOf(events.filter(({ evidence }) => evidence === word))),
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

function heldOf(events: readonly RelationEvent[]): { least: number; most: number } {
  const shares = new Set(events.flatMap(({ confidence }) => confidence?.share ?? []));
  return shares.size === 0 ? { least: 0, most: 0 } : { least: Math.min(...shares), most: Math.max(...shares) };
}
