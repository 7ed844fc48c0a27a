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

/** Reads rows of the table: consistently, because the head may be newer than a replica that has not seen the rows yet. */
export type DatasetRows = {
  readonly table: string;
  readonly get: (key: typeof headKey) => Promise<unknown>;
  readonly partition: (pk: string) => Promise<readonly unknown[]>;
};

/**
 * Reads one version of the dataset: by default the one that the head names. Callers that read more than once name the version, so that
 * a deployment in between cannot mix two.
 */
export function relationsReader({ table, get, partition }: DatasetRows) {
  async function readHead(): Promise<Head | undefined> {
    const row = await get(headKey);
    return row === undefined ? undefined : readRow(headFields, row, { table, key: Object.values(headKey) });
  }

  const current = async () => (await readHead())?.hash;

  /** `undefined` if the version has no such pack. @throws VersionGone */
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
    /** The timelines with an event under one of the keys: those that `dayKeysOf` and `dayKeysDue` of the domain give for a span. */
    async onDays(keys: readonly DayKey[], named?: string): Promise<Timeline[]> {
      const version = named ?? (await current());
      if (version === undefined) return [];
      const found = await Promise.all(keys.map((key) => pack(version, `day ${key}`, packContent.timelines)));
      return eachPairOnce(found.flatMap((timelines) => timelines ?? []));
    },

    /** The timelines that a data release changed. */
    changedBy,

    /** The changes of the data that count from a day of the span on. */
    async changesIn(span: Span): Promise<AppliedChange[]> {
      const head = await readHead();
      return head ? await changesApplied(head, span, (release) => changedBy(release, head.hash)) : [];
    },

    async sources(named?: string): Promise<ReadonlyMap<string, Source>> {
      const version = named ?? (await current());
      const sources = (version && (await pack(version, 'sources', packContent.sources))) || [];
      return new Map(sources.map((source) => [source.id, source]));
    },

    /** The whole dataset, its timelines expanded on demand; `undefined` before the table is seeded. */
    async all(named?: string): Promise<StoredDataset | undefined> {
      const version = named ?? (await current());
      return version === undefined ? undefined : pack(version, 'everything', packContent.everything);
    },

    /** The version in use; `undefined` before the table is seeded. */
    datasetVersion: current,

    /** Since when it is in use; `undefined` before the table is seeded. */
    datasetSince: async (): Promise<Date | undefined> => (await readHead())?.since,

    head: readHead,
  };
}

/** The version was replaced so long ago that its rows are removed: read the head again. */
export class VersionGone extends Error {
  constructor(version: string) {
    super(`The relations table no longer holds version ${version}`);
    this.name = 'VersionGone';
  }
}

function eachPairOnce(timelines: readonly Timeline[]): Timeline[] {
  const byPair = new Map(timelines.map((timeline) => [timeline.pair, timeline]));
  return [...byPair.values()].sort((one, other) => (one.pair < other.pair ? -1 : 1));
}
