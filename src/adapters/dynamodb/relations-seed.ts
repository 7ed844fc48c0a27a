import { type DynamoDBDocumentClient, PutCommand, paginateScan, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { FIRST_DAY } from '../../domain/calendar-date.ts';
import { dayOfRelease } from '../../domain/correction.ts';
import type { ResolvedDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { type WriteRequest, writeBatches } from './batch-write.ts';
import { HEADS, type Head, headFields, headKey, versionOfPack } from './relation-rows.ts';
import { snapshotRows } from './relations-snapshot.ts';
import { relationsTable } from './relations-table.ts';
import { readRow } from './row.ts';

/** The numbers of rows that a seeding wrote, removed and left unchanged. */
export type SeedReport = { readonly written: number; readonly removed: number; readonly unchanged: number };

export type SeedProgress = { readonly done: number; readonly total: number };

export type SeedOptions = {
  /** The states that readers can follow. */
  readonly states?: readonly State[];
  readonly onProgress?: (progress: SeedProgress) => void;
  readonly now?: () => Date;
  /** The largest share by which the number of events may fall since the last seeding; unlimited if absent. */
  readonly maxRemoved?: number | undefined;
};

/** The share of events that a seeding may remove unless the operator insists: a correction removes few, a truncated file many. */
export const MAX_REMOVED = 0.02;

/** Thrown when a dataset has far fewer events than the one that it would replace. */
export class TooManyRemoved extends Error {
  constructor(events: number, before: number) {
    super(`The dataset has ${events} events where the last one had ${before}: more than 2 % would be removed`);
    this.name = 'TooManyRemoved';
  }
}

/** The time (ms) that a replaced version stays: four times the longest run of a function. */
const MS_KEPT = 3_600_000;

/** The time (ms) for which the seeder retries unprocessed rows: most of its function's ten minutes. */
const PATIENCE_MS = 8 * 60_000;

/**
 * Writes the dataset beside the current one, then switches the head to it: readers see either the old or the new one,
 * even if a seeding is killed. The first seeding of a layout removes nothing, as functions with the previous code may
 * still read their rows. An unchanged dataset costs one read.
 *
 * @throws TooManyRemoved
 */
export function relationsSeed(documentClient: DynamoDBDocumentClient, tableName: string) {
  const table = { documentClient, tableName };

  return {
    async seed(
      timelines: readonly Timeline[],
      sources: readonly DatedSource[],
      { states = [], onProgress, now = () => new Date(0), maxRemoved }: SeedOptions = {},
    ): Promise<SeedReport> {
      const { rows, version } = snapshotRows({ timelines, sources, states });
      const head = await relationsTable(documentClient, tableName).head();
      const releases = head?.releases ?? (await releasesOfOtherLayout(table));
      if (head?.hash === version) return { written: 0, removed: 0, unchanged: rows.length };

      const isThere = head?.earlier.some(({ hash }) => hash === version);
      const events = countEvents(timelines);
      if (!isThere) refuseToShrink(events, head?.events, maxRemoved);
      const missing = isThere ? [] : rows;
      await writeBatches(table, missing.map(put), { onProgress, patienceMs: PATIENCE_MS });
      const earlier = head ? leftBehind(head, version, now()) : [];
      const Item = {
        ...{ ...headKey, hash: version, since: now().toISOString(), earlier, events },
        releases: withDays(releasesIn(timelines), releases, now()),
      };
      await documentClient.send(new PutCommand({ TableName: tableName, Item }));

      const kept = new Set([version, ...earlier.map(({ hash }) => hash)]);
      const isStale = ({ pk }: Key) => pk !== HEADS && !kept.has(versionOfPack(pk));
      const stale = head ? (await scanKeys(table)).filter(isStale) : [];
      await writeBatches(table, stale.map(remove), { patienceMs: PATIENCE_MS });
      return { written: missing.length, removed: stale.length, unchanged: rows.length - missing.length };
    },
  };
}

function countEvents(timelines: readonly Timeline[]): number {
  return timelines.reduce((count, { events }) => count + events.length, 0);
}

/** Throws if the dataset shrinks too much. Not for versions kept from the last hour, so that a failed deployment can roll back. */
function refuseToShrink(events: number, before: number | undefined, maxRemoved: number | undefined): void {
  if (before === undefined || maxRemoved === undefined) return;
  if (events < before * (1 - maxRemoved)) throw new TooManyRemoved(events, before);
}

/** Returns the version of a dataset. */
export function datasetVersion(dataset: ResolvedDataset): string {
  return snapshotRows(dataset).version;
}

/** Lists the other versions that may still be in use. */
function leftBehind({ hash, earlier }: Head, version: string, now: Date): Head['earlier'] {
  return [{ hash, leftAt: now.toISOString() }, ...earlier].filter(
    (left) => left.hash !== version && now.getTime() - Date.parse(left.leftAt) < MS_KEPT,
  );
}

type ReleaseDays = Head['releases'];

/** Dates releases: each counts from the day on which it was first applied here, even after a rollback; in a new table, from the first day. */
function withDays(releases: readonly string[], known: ReleaseDays | undefined, now: Date): ReleaseDays {
  const day = known ? dayOfRelease(now) : FIRST_DAY;
  return { ...Object.fromEntries(releases.map((release) => [release, day])), ...known };
}

function releasesIn(timelines: readonly Timeline[]): string[] {
  return [...new Set(timelines.flatMap(({ changes = [] }) => changes.map(({ release }) => release)))];
}

/** Reads the releases in the head of the previous layout; `undefined` if the table is new. */
async function releasesOfOtherLayout(table: Table): Promise<ReleaseDays | undefined> {
  const { Items = [] } = await table.documentClient.send(
    new QueryCommand({
      TableName: table.tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :heads',
      ExpressionAttributeValues: { ':heads': HEADS },
    }),
  );
  const heads = Items.map((item) => readRow(headFields, item, { table: table.tableName, key: [HEADS] }));
  const [latest] = heads.toSorted((one, other) => other.since.getTime() - one.since.getTime());
  return latest?.releases;
}

type Table = { readonly documentClient: DynamoDBDocumentClient; readonly tableName: string };

type Key = { readonly pk: string; readonly sk: string };

const keyFields = z.array(z.object({ pk: z.string(), sk: z.string() }));

async function scanKeys({ documentClient: client, tableName: TableName }: Table): Promise<Key[]> {
  const keys: Key[] = [];
  const input = { TableName, ConsistentRead: true, ProjectionExpression: 'pk, sk' };
  for await (const page of paginateScan({ client }, input)) keys.push(...keyFields.parse(page.Items ?? []));
  return keys;
}

function put(Item: Key): WriteRequest {
  return { PutRequest: { Item } };
}

function remove({ pk, sk }: Key): WriteRequest {
  return { DeleteRequest: { Key: { pk, sk } } };
}
