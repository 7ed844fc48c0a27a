import * as z from 'zod';
import { day } from './row.ts';

/**
 * The layout of the rows. Raise it when they change: code of the new layout then has a head and rows of its own, and
 * functions that still run the old code go on reading theirs until they are replaced.
 */
const LAYOUT = 5;

/** The partition of the heads, one per layout. */
export const HEADS = 'dataset';

/** The row that names the version for readers. It is written last. */
export const headKey = { pk: HEADS, sk: `layout-${LAYOUT}` } as const;

/** What the rows of a version hold: everything at once, the timelines found under one day key, those that a release changed, or the sources. */
export type PackName = 'everything' | 'sources' | `day ${string}` | `release ${string}`;

/** The partition of a pack, whose rows are the pieces of one compressed text. */
export function packKey(version: string, name: PackName): string {
  return `${version} ${name}`;
}

/** The version that a partition belongs to. */
export function versionOfPack(pk: string): string {
  return pk.slice(0, pk.indexOf(' '));
}

/** Mixed into the version, so that the same data in another layout is another version. */
export const layoutMark = `layout ${LAYOUT}`;

const instant = z.iso.datetime().transform((text) => new Date(text));

export const headFields = z.object({
  hash: z.string(),
  since: instant.default(new Date(0)),
  /** How many events the version holds. */
  events: z.int().optional(),
  /** Replaced versions that may still be in use, each with the time of its replacement. */
  earlier: z.array(z.object({ hash: z.string(), leftAt: z.string() })).default([]),
  /** From which day on each data release counts here. */
  releases: z.record(z.string(), day).default({}),
});

export type Head = z.output<typeof headFields>;
