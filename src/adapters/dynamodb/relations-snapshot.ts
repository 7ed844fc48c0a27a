import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { type DayKey, dayKeyOf } from '../../domain/day-key.ts';
import { earliestDay } from '../../domain/days-given.ts';
import type { ResolvedDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { type PackedTimelines, packTimelines, unpackTimelines } from './packed-timelines.ts';
import { layoutMark, type PackName, packKey } from './relation-rows.ts';
import { jsonText, readRow, trustedList } from './row.ts';
import { readDataset, writeDataset } from './stored-dataset.ts';

/** The size of a piece, below DynamoDB's limit of 400 KB per item. */
const BYTES_PER_ROW = 340_000;

/** Returns the version of a dataset, a hash of its content, and the rows that store it. */
export function snapshotRows(dataset: ResolvedDataset) {
  const { timelines, sources, states } = sortDataset(dataset);
  const everything = writeDataset({ timelines, sources, states });
  const version = createHash('sha256').update(layoutMark).update(everything).digest('base64url').slice(0, 22);
  const packs: readonly [PackName, string][] = [
    ['everything', everything],
    ['sources', JSON.stringify(sources)],
    ...[...byDayKey(timelines)].map(([key, found]): [PackName, string] => [
      `day ${key}`,
      JSON.stringify(packTimelines(found)),
    ]),
    ...[...byRelease(timelines)].map(([release, found]): [PackName, string] => [
      `release ${release}`,
      JSON.stringify(packTimelines(found)),
    ]),
  ];
  return { version, rows: packs.flatMap(([name, text]) => cutIntoRows(packKey(version, name), text)) };
}

/**
 * Reads a pack from its rows. Trusts the seeder's content, as checking each of 18,000 events would take longer than
 * everything else. Gzip's checksum fails if pieces do not belong together.
 */
export function readPack<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
  { table, pk }: { readonly table: string; readonly pk: string },
): z.output<Schema> {
  const place = { table, key: [pk] };
  const pieces = rows.map((row) => readRow(pieceFields, row, place).piece);
  return readRow(schema, gunzip(Buffer.concat(pieces)).toString('latin1'), place);
}

/** Decompresses into one buffer, by the size at the end of a gzip file (RFC 1952), where Node.js would join 400 of 16 KB. */
function gunzip(bytes: Buffer): Buffer {
  return gunzipSync(bytes, { chunkSize: bytes.readUInt32LE(bytes.length - 4) + 64 });
}

const pieceFields = z.object({ piece: z.instanceof(Uint8Array) });

const timelines = z
  .custom<PackedTimelines>((value) => hasList(value, 'timelines'), 'holds no timelines')
  .transform(unpackTimelines)
  .pipe(trustedList<Timeline>());

/** The schema of each pack's text. */
export const packContent = {
  everything: z.string().transform(readDataset),
  sources: jsonText(trustedList<DatedSource>()),
  /** Schema of the packs of a day and of a release. */
  timelines: jsonText(timelines),
};

/** Sorts the dataset, so that the order of its input does not change the version. */
function sortDataset({ timelines, sources, states }: ResolvedDataset): ResolvedDataset {
  return {
    timelines: timelines.toSorted((one, other) => (one.pair < other.pair ? -1 : 1)),
    sources: sources.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    states: states.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  };
}

function byDayKey(timelines: readonly Timeline[]): Map<DayKey, Timeline[]> {
  const found = new Map<DayKey, Timeline[]>();
  for (const timeline of timelines) {
    for (const key of new Set(timeline.events.map((event) => dayKeyOf(earliestDay(event))))) {
      found.set(key, [...(found.get(key) ?? []), timeline]);
    }
  }
  return found;
}

function byRelease(timelines: readonly Timeline[]): Map<string, Timeline[]> {
  const found = new Map<string, Timeline[]>();
  for (const timeline of timelines) {
    for (const release of new Set(timeline.changes?.map((change) => change.release))) {
      found.set(release, [...(found.get(release) ?? []), timeline]);
    }
  }
  return found;
}

function cutIntoRows(pk: string, text: string) {
  const bytes = gzipSync(inAscii(text));
  return Array.from({ length: Math.ceil(bytes.length / BYTES_PER_ROW) }, (_, index) => ({
    pk,
    sk: String(index).padStart(3, '0'),
    piece: bytes.subarray(index * BYTES_PER_ROW, (index + 1) * BYTES_PER_ROW),
  }));
}

/** Escapes JSON to ASCII, which is read in half the time of UTF-8. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function hasList(value: unknown, name: string): boolean {
  const entries = Object.entries(value ?? {});
  return entries.some(([key, list]) => key === name && Array.isArray(list));
}
