import * as z from 'zod';
import { yearOf } from '../../domain/calendar-date.ts';
import { type DayKey, dayKeyOf, dayKeysOf } from '../../domain/day-key.ts';
import { daysCounted } from '../../domain/days-given.ts';
import { isMilestone } from '../../domain/milestone.ts';
import { follows, yearsIn } from '../../domain/milestones-due.ts';
import type { Pair } from '../../domain/relation-event.ts';
import { remember } from '../../domain/remember.ts';
import type { ResolvedDataset, StoredDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { packTimelines, restoring } from './packed-timelines.ts';
import { trustedList } from './row.ts';

/**
 * Serialises a dataset as lines: the common part, the cited works, one per day of the year, and one per timeline. A cold
 * start expands only the timelines that it shows, as expanding all 16,000 would take longer than everything else.
 */
export function writeDataset({ timelines, sources, states }: ResolvedDataset): string {
  const { timelines: packed, works, shares } = packTimelines(timelines);
  const pairs = timelines.map(({ pair }) => pair);
  const counts = countsByDay(timelines);
  const head = { sources, states, shares, pairs, days: [...counts.keys()] };
  return [head, works, ...counts.values(), ...packed].map((line) => JSON.stringify(line)).join('\n');
}

/** Parses the output of `writeDataset`, and expands each timeline on first use. */
export function readDataset(text: string): StoredDataset {
  const [head = '', works = '', ...lines] = text.split('\n');
  const { sources, states, shares, pairs, days } = headFields.parse(JSON.parse(head));
  const restore = remember(() => restoring({ works: JSON.parse(works), shares }));
  const expanded: Timeline[] = [];

  function at(place: number): Timeline {
    const known = expanded[place];
    if (known !== undefined) return known;
    const timeline: Timeline = JSON.parse(lines[days.length + place] ?? '');
    restore()(timeline);
    expanded[place] = timeline;
    return timeline;
  }

  const countsOn = (key: DayKey): readonly Count[] => JSON.parse(lines[days.indexOf(key)] ?? '[]');

  return {
    sources,
    states,
    get timelines() {
      return pairs.map((_, place) => at(place));
    },
    timelinesIn(span, policy) {
      const years = yearsIn(span);
      const isShown = ([from]: Count) => years.some((year) => isMilestone(policy, year - from));
      const shown = dayKeysOf(span).flatMap(countsOn).filter(isShown);
      const places = new Set(shown.map(([, place]) => place));
      return [...places].sort((one, other) => one - other).map(at);
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
  days: trustedList<DayKey>(),
});

/** The year from which an event counts its anniversaries, and the place of its timeline. */
type Count = readonly [year: number, place: number];

/** Indexes timelines by the day keys of all days from which their events may be counted. */
function countsByDay(timelines: readonly Timeline[]): ReadonlyMap<DayKey, readonly Count[]> {
  const counts = new Map<DayKey, Count[]>();
  for (const [place, { events }] of timelines.entries()) {
    for (const { date } of events.flatMap(daysCounted)) {
      const key = dayKeyOf(date);
      counts.set(key, [...(counts.get(key) ?? []), [yearOf(date), place]]);
    }
  }
  return counts;
}
