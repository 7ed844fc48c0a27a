import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ResolvedDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { SNAPSHOT } from './relation-rows.ts';
import { readRow } from './row.ts';

/** Below the 400 KB that DynamoDB takes in one item. */
const BYTES_PER_ROW = 340_000;

/** The snapshot as text: the same for the same dataset, in whatever order it is given. */
export function snapshotText({ timelines, sources, states }: ResolvedDataset): string {
  return JSON.stringify({
    timelines: timelines.toSorted((one, other) => (one.pair < other.pair ? -1 : 1)),
    sources: sources.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    states: states.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  });
}

/** The text in compressed pieces. */
export function snapshotRows(text: string) {
  const bytes = gzipSync(text);
  return Array.from({ length: Math.ceil(bytes.length / BYTES_PER_ROW) }, (_, index) => ({
    pk: SNAPSHOT,
    sk: String(index).padStart(3, '0'),
    piece: bytes.subarray(index * BYTES_PER_ROW, (index + 1) * BYTES_PER_ROW),
  }));
}

/**
 * What the rows of `snapshotRows` hold. Of its own making the content is believed: only its frame is checked, for to
 * check each of 18,000 events would take longer than all the rest. Gzip's checksum tells when pieces do not belong together.
 */
export function readSnapshot(rows: readonly unknown[], table: string): ResolvedDataset | undefined {
  if (rows.length === 0) return undefined;
  const pieces = rows.map((row) => readRow(pieceFields, row, { table, key: [SNAPSHOT] }).piece);
  const content: unknown = JSON.parse(gunzipSync(Buffer.concat(pieces)).toString());
  return readRow(contentFields, content, { table, key: [SNAPSHOT] });
}

const pieceFields = z.object({ piece: z.instanceof(Uint8Array) });

const timeline = z.custom<Timeline>((value) => hasList(value, 'events'), 'is not a timeline');
const contentFields = z.object({
  timelines: z.array(timeline),
  sources: z.array(z.custom<DatedSource>((value) => typeof value === 'object', 'is not a source')),
  states: z.array(z.custom<State>((value) => typeof value === 'object', 'is not a state')),
});

function hasList(value: unknown, name: string): boolean {
  const entries = Object.entries(value ?? {});
  return entries.some(([key, list]) => key === name && Array.isArray(list));
}
