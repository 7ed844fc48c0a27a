import type * as z from 'zod';
import type { AppliedChange } from '../../domain/correction.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Span } from '../../domain/milestone.ts';
import type { StoredDataset } from '../../domain/resolved-dataset.ts';
import type { Source } from '../../domain/source.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { changesApplied } from './applied-changes.ts';
import { type Head, headFields, headKey, type PackName, packKey } from './relation-rows.ts';
import { packContent, readPack } from './relations-snapshot.ts';
import { readRow } from './row.ts';

/** Strongly consistent reads of the table, because a replica may have the head before it has the rows. */
export type DatasetRows = {
  readonly table: string;
  readonly get: (key: typeof headKey) => Promise<unknown>;
  readonly partition: (pk: string) => Promise<readonly unknown[]>;
};

/**
 * A reader of one version of the dataset, by default the head's. Callers that read more than once pass the version, so
 * that a deployment in between cannot mix two.
 */
export function relationsReader({ table, get, partition }: DatasetRows) {
  async function readHead(): Promise<Head | undefined> {
    const row = await get(headKey);
    return row === undefined ? undefined : readRow(headFields, row, { table, key: Object.values(headKey) });
  }

  const current = async () => (await readHead())?.hash;

  /** Reads a pack; `undefined` if the version does not have it. @throws VersionGone */
  async function pack<Schema extends z.ZodType>(version: string, name: PackName, schema: Schema) {
    const pk = packKey(version, name);
    const rows = await partition(pk);
    if (rows.length > 0) return readPack(schema, rows, { table, pk });
    if (!(await isKept(version))) throw new VersionGone(version);
    return undefined;
  }

  const changedBy = async (release: string, version: string): Promise<readonly Timeline[]> =>
    (await pack(version, `release ${release}`, packContent.timelines)) ?? [];

  async function isKept(version: string): Promise<boolean> {
    const head = await readHead();
    return head?.hash === version || (head?.earlier.some(({ hash }) => hash === version) ?? false);
  }

  return {
    /** Reads the timelines with an event under one of the keys (see `dayKeysOf` and `dayKeysDue`). */
    async onDays(keys: readonly DayKey[], named?: string): Promise<Timeline[]> {
      const version = named ?? (await current());
      if (version === undefined) return [];
      const found = await Promise.all(keys.map((key) => pack(version, `day ${key}`, packContent.timelines)));
      return eachPairOnce(found.flatMap((timelines) => timelines ?? []));
    },

    /** Reads the timelines that a data release changed. */
    changedBy,

    /** Reads the data changes that count from a day in the span. */
    async changesIn(span: Span): Promise<AppliedChange[]> {
      const head = await readHead();
      return head ? await changesApplied(head, span, (release) => changedBy(release, head.hash)) : [];
    },

    async sources(named?: string): Promise<ReadonlyMap<string, Source>> {
      const version = named ?? (await current());
      const sources = (version && (await pack(version, 'sources', packContent.sources))) || [];
      return new Map(sources.map((source) => [source.id, source]));
    },

    /** Reads the whole dataset, with timelines expanded on demand; `undefined` before the table is seeded. */
    async all(named?: string): Promise<StoredDataset | undefined> {
      const version = named ?? (await current());
      return version === undefined ? undefined : pack(version, 'everything', packContent.everything);
    },

    /** Reads the current version; `undefined` before the table is seeded. */
    datasetVersion: current,

    /** Reads since when it has been current; `undefined` before the table is seeded. */
    datasetSince: async (): Promise<Date | undefined> => (await readHead())?.since,

    head: readHead,
  };
}

/** Thrown when the rows of a long replaced version have been removed: read the head again. */
export class VersionGone extends Error {
  constructor(version: string) {
    super(`The relations table no longer has version ${version}`);
    this.name = 'VersionGone';
  }
}

function eachPairOnce(timelines: readonly Timeline[]): Timeline[] {
  const byPair = new Map(timelines.map((timeline) => [timeline.pair, timeline]));
  return [...byPair.values()].sort((one, other) => (one.pair < other.pair ? -1 : 1));
}
