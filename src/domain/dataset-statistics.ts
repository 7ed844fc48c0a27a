import { precisionOf } from './calendar-date.ts';
import { partiesOf } from './relation-event.ts';
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
    evidence: {
      official: of(({ evidence }) => evidence === 'official'),
      corroborated: of(({ evidence }) => evidence === 'corroborated'),
      listed: of(({ evidence }) => evidence === 'listed'),
      unconfirmed: of(({ evidence }) => evidence === 'unconfirmed'),
      disputed: of(({ evidence }) => evidence === 'disputed'),
    },
    sources: sources.length,
    officialSources: sources.filter(({ grade }) => grade === 'official').length,
  };
}
