import type { Timeline } from '../../domain/timeline.ts';

/** Timelines as stored: each value that events share is stored once in a list, into which events hold an index. */
export type PackedTimelines = Shared & { readonly timelines: readonly PackedTimeline[] };

type Shared = {
  /** Publisher and address of each cited work, a line each: one string is parsed faster than thousands. */
  readonly works: string;
  readonly shares: readonly unknown[];
};

type PackedTimeline = { readonly events: readonly PackedEvent[] };
type PackedEvent = { cited?: readonly unknown[]; confidence?: unknown };

export function packTimelines(timelines: readonly Timeline[]): PackedTimelines {
  const works = listOnce();
  const shares = listOnce();
  const packed = timelines.map((timeline) => ({
    ...timeline,
    events: timeline.events.map(({ cited, confidence, ...event }) => ({
      ...event,
      ...(cited && { cited: cited.map(({ publisher, url }) => works.intern(`${publisher}\n${url}`)) }),
      ...(confidence && { confidence: shares.intern(JSON.stringify(confidence)) }),
    })),
  }));
  return { timelines: packed, works: works.all.join('\n'), shares: shares.all.map((text) => JSON.parse(text)) };
}

export function unpackTimelines({ timelines, ...shared }: PackedTimelines): readonly PackedTimeline[] {
  timelines.forEach(restoring(shared));
  return timelines;
}

/** Restores the events of a timeline in place: copying 18,000 takes as long as parsing them. A cited work is made with its first event. */
export function restoring({ works, shares }: Shared): (timeline: PackedTimeline) => void {
  const lines = works.split('\n');
  const made: object[] = [];
  const workAt = (place: number) => (made[place] ??= { publisher: lines[2 * place], url: lines[2 * place + 1] });
  return ({ events }) => {
    for (const event of events) {
      if (event.cited) event.cited = event.cited.map((place) => workAt(Number(place)));
      if (event.confidence !== undefined) event.confidence = shares[Number(event.confidence)];
    }
  };
}

/** Creates a list that stores each text once. */
function listOnce() {
  const places = new Map<string, number>();
  const all: string[] = [];
  const intern = (text: string): number => {
    const place = places.get(text) ?? all.push(text) - 1;
    places.set(text, place);
    return place;
  };
  return { all, intern };
}
