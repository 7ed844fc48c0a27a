import * as z from 'zod';
import { day } from './row.ts';

/**
 * The version of the row layout. Raise it when the layout changes: the new code then has its own head and rows, and
 * functions that still run the old code keep reading theirs until they are replaced.
 */
const LAYOUT = 6;

/** The partition of the heads, one per layout. */
export const HEADS = 'dataset';

/** The row that names the current version. It is written last. */
export const headKey = { pk: HEADS, sk: `layout-${LAYOUT}` } as const;

/** The packs of a version: everything, the timelines under one day key, those that a release changed, or the sources. */
export type PackName = 'everything' | 'sources' | `day ${string}` | `release ${string}`;

/** Returns the partition of a pack, whose rows are the pieces of one compressed text. */
export function packKey(version: string, name: PackName): string {
  return `${version} ${name}`;
}

/** Returns the version of a partition. */
export function versionOfPack(pk: string): string {
  return pk.slice(0, pk.indexOf(' '));
}

/** A part of the version hash, so that the same data in another layout is another version. */
export const layoutMark = `layout ${LAYOUT}`;

const instant = z.iso.datetime().transform((text) => new Date(text));

export const headFields = z.object({
  hash: z.string(),
  since: instant.default(new Date(0)),
  /** The number of events in the version. */
  events: z.int().optional(),
  /** Replaced versions that may still be in use, each with the time of its replacement. */
  earlier: z.array(z.object({ hash: z.string(), leftAt: z.string() })).default([]),
  /** The day from which each data release counts here. */
  releases: z.record(z.string(), day).default({}),
});

export type Head = z.output<typeof headFields>;
