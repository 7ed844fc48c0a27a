import * as z from 'zod';
import { dayKeyOf, dayKeysOf } from '../../domain/day-key.ts';
import { daysCounted } from '../../domain/days-given.ts';
import { follows } from '../../domain/milestones-due.ts';
import type { Pair } from '../../domain/relation-event.ts';
import { remember } from '../../domain/remember.ts';
import type { ResolvedDataset, StoredDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { packTimelines, restoring } from './packed-timelines.ts';
import { trustedList } from './row.ts';

/**
 * Serialises a dataset as lines: the common part, the cited works, and one per timeline. A cold start expands only the
 * timelines that it shows, as expanding all 16,000 would take longer than everything else.
 */
export function writeDataset({ timelines, sources, states }: ResolvedDataset): string {
  const { timelines: packed, works, shares } = packTimelines(timelines);
  const pairs = timelines.map(({ pair }) => pair);
  const head = { sources, states, shares, pairs, places: placesByDay(timelines) };
  return [head, works, ...packed].map((line) => JSON.stringify(line)).join('\n');
}

/** Parses the output of `writeDataset`, and expands each timeline on first use. */
export function readDataset(text: string): StoredDataset {
  const [head = '', works = '', ...lines] = text.split('\n');
  const { sources, states, shares, pairs, places } = headFields.parse(JSON.parse(head));
  const restore = remember(() => restoring({ works: JSON.parse(works), shares }));
  const expanded: Timeline[] = [];

  function at(place: number): Timeline {
    const known = expanded[place];
    if (known !== undefined) return known;
    const timeline: Timeline = JSON.parse(lines[place] ?? '');
    restore()(timeline);
    expanded[place] = timeline;
    return timeline;
  }

  return {
    sources,
    states,
    get timelines() {
      return pairs.map((_, place) => at(place));
    },
    timelinesIn(span) {
      const found = new Set(dayKeysOf(span).flatMap((key) => places[key] ?? []));
      return [...found].sort((one, other) => one - other).map(at);
    },
    timelinesOf(filter) {
      return pairs.flatMap((pair, place) => (follows(filter, pair) ? [at(place)] : []));
    },
  };
}

const headFields = z.object({
  sources: trustedList<DatedSource>(),
  states: trustedList<State>(),
  shares: trustedList<unknown>(),
  pairs: trustedList<Pair>(),
  places: z.custom<Readonly<Record<string, readonly number[]>>>((value) => value instanceof Object, 'is no object'),
});

/** Indexes timelines by the day keys of all days from which their events may be counted. */
function placesByDay(timelines: readonly Timeline[]): Readonly<Record<string, readonly number[]>> {
  const places: Record<string, number[]> = {};
  for (const [place, { events }] of timelines.entries()) {
    for (const key of new Set(events.flatMap(daysCounted).map(({ date }) => dayKeyOf(date)))) {
      places[key] ??= [];
      places[key].push(place);
    }
  }
  return places;
}
