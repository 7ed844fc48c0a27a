import * as z from 'zod';
import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import { dayKeyOf } from '../../domain/day-key.ts';
import { eventKey, eventKinds, type Pair, standings } from '../../domain/relation-event.ts';
import { grades, type Source } from '../../domain/source.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { domainValue, jsonText } from './row.ts';

/** The partition of the sources, beside those of the pairs. */
export const SOURCES = 'source';

/** The partition of the pieces of the snapshot. */
export const SNAPSHOT = 'snapshot';

/** Where the hash of the whole dataset is kept. */
export const versionKey = { pk: 'dataset', sk: 'version' } as const;

/** One row per event; each carries the whole timeline of its pair. */
export function eventRows(timeline: Timeline) {
  return timeline.events.map((event) => ({
    pk: timeline.pair,
    sk: eventKey(event),
    day: dayKeyOf(event.date),
    timeline: JSON.stringify(timeline),
  }));
}

export function sourceRow(source: Source) {
  return { pk: SOURCES, sk: source.id, ...source };
}

const date = domainValue<PartialDate>((text) => parsePartialDate(text) !== undefined, 'a date');
const kind = z.enum(eventKinds);
const sources = z.array(z.string());

const timeline = z.object({
  pair: domainValue<Pair>((text) => /^[A-Z]{2}-[A-Z]{2}$/.test(text), 'a pair'),
  events: z.array(
    z.object({
      kind,
      date,
      standing: z.enum(standings),
      alternatives: z.array(z.object({ kind, date, sources })),
      sources,
      note: z.string(),
    }),
  ),
  ended: date.optional(),
});

export const eventRow = z.object({ timeline: jsonText(timeline) });

export const sourceFields = z.object({
  id: z.string(),
  publisher: z.string(),
  title: z.string(),
  url: z.string(),
  grade: z.enum(grades),
});
