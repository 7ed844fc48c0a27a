import { eventKinds, type RelationEvent } from '../domain/relation-event.ts';
import type { ResolvedDataset } from '../domain/resolved-dataset.ts';
import { isOrganisation, type State } from '../domain/state.ts';
import { dataAsOf } from '../wording/as-of.ts';
import { wordingIn } from '../wording/wording.ts';

export const licence = { name: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' } as const;

/** The terms of use that accompany the data. */
export const terms = { licence, attribution: wordingIn('en').digests.footer.attribution, dataAsOf };

/** Counts the dataset. */
export function datasetCounts({ timelines, sources, states }: ResolvedDataset) {
  const events = timelines.flatMap((timeline) => timeline.events);
  const ofKind = (wanted: string) => events.filter(({ kind }) => kind === wanted).length;
  return {
    states: states.filter((state) => !isOrganisation(state)).length,
    organisations: states.filter(isOrganisation).length,
    pairs: timelines.length,
    events: events.length,
    sources: sources.length,
    kinds: Object.fromEntries(eventKinds.map((kind) => [kind, ofKind(kind)])),
  };
}

/** Writes the dataset as JSON, a line per state, source and pair. Citations have a file of their own, due to Lambda's response limit. */
export function datasetJson({ timelines, sources, states }: ResolvedDataset): string {
  const relations = timelines.map(({ events, ...timeline }) => ({ ...timeline, events: events.map(withoutSupport) }));
  const lists = { states: states.map(withoutWeekend), sources, relations };
  const parts = Object.entries(lists).map(([name, values]) => `${JSON.stringify(name)}: [\n${toJsonLines(values)}\n]`);
  return `{\n${[`"terms": ${JSON.stringify(terms)}`, ...parts].join(',\n')}\n}\n`;
}

function withoutSupport({ cited, confidence, ...event }: RelationEvent) {
  return event;
}

/** Drops the weekend, as it would lack its source; `data/weekends.csv` has both. */
function withoutWeekend({ weekend, ...state }: State) {
  return state;
}

function toJsonLines(values: readonly object[]): string {
  return values.map((value) => JSON.stringify(value)).join(',\n');
}
