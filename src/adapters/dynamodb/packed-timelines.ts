import type { Timeline } from '../../domain/timeline.ts';

/** Timelines as they are stored: what many events share stands once in a list, and each of them names its place there. */
export type PackedTimelines = {
  readonly timelines: readonly { readonly events: readonly PackedEvent[] }[];
  /** Publisher and address of one cited work after another, a line each: one text is read faster than thousands. */
  readonly works: string;
  readonly shares: readonly unknown[];
};

type PackedEvent = { cited?: readonly unknown[]; confidence?: unknown };

export function packTimelines(timelines: readonly Timeline[]): PackedTimelines {
  const works = listOnce();
  const shares = listOnce();
  const packed = timelines.map((timeline) => ({
    ...timeline,
    events: timeline.events.map(({ cited, confidence, ...event }) => ({
      ...event,
      ...(cited && { cited: cited.map(({ publisher, url }) => works.placeOf(`${publisher}\n${url}`)) }),
      ...(confidence && { confidence: shares.placeOf(JSON.stringify(confidence)) }),
    })),
  }));
  return { timelines: packed, works: works.all.join('\n'), shares: shares.all.map((text) => JSON.parse(text)) };
}

/** Restores the events in place: to copy 18,000 takes as long as to parse them. */
export function unpackTimelines({ timelines, works, shares }: PackedTimelines): PackedTimelines['timelines'] {
  const lines = works.split('\n');
  const cited = lines.flatMap((publisher, index) => (index % 2 === 0 ? [{ publisher, url: lines[index + 1] }] : []));
  for (const { events } of timelines) {
    for (const event of events) {
      if (event.cited) event.cited = event.cited.map((place) => cited[Number(place)]);
      if (event.confidence !== undefined) event.confidence = shares[Number(event.confidence)];
    }
  }
  return timelines;
}

/** A list in which each text stands once. */
function listOnce() {
  const places = new Map<string, number>();
  const all: string[] = [];
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? all.push(text) - 1;
    places.set(text, place);
    return place;
  };
  return { all, placeOf };
}
