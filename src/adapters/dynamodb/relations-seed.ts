import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ResolvedDataset } from '../../domain/resolved-dataset.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { type WriteRequest, writeBatches } from './batch-write.ts';
import { eventRows, sourceRow, versionKey } from './relation-rows.ts';
import { snapshotRows, snapshotText } from './relations-snapshot.ts';
import { relationsTable } from './relations-table.ts';

/** How many rows a seeding wrote, removed, and found as they should be. */
export type SeedReport = { readonly written: number; readonly removed: number; readonly unchanged: number };

export type SeedProgress = { readonly done: number; readonly total: number };

export type SeedOptions = {
  /** The states that may be followed. */
  readonly states?: readonly State[];
  readonly onProgress?: (progress: SeedProgress) => void;
  /** By it the table says since when it holds the dataset. */
  readonly now?: () => Date;
};

/**
 * Brings the relations table to what the data says, and writes only what differs: an unchanged dataset costs one read.
 * The version is taken away before the first write and set after the last, so a seeding that was interrupted
 * is taken up by the next.
 */
export function relationsSeed(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    async seed(
      timelines: readonly Timeline[],
      sources: readonly DatedSource[],
      { states = [], onProgress, now }: SeedOptions = {},
    ): Promise<SeedReport> {
      const { rows, version } = seedOf({ timelines, sources, states });
      const known = await relationsTable(documentClient, tableName).datasetVersion();
      if (known === version) return { written: 0, removed: 0, unchanged: rows.length };

      if (known) await documentClient.send(new DeleteCommand({ TableName: tableName, Key: versionKey }));
      const { puts, deletes } = difference(rows, await hashesOf(documentClient, tableName));
      await writeBatches({ documentClient, tableName }, [...puts, ...deletes], onProgress);
      const Item = { ...versionKey, hash: version, since: now?.().toISOString() };
      await documentClient.send(new PutCommand({ TableName: tableName, Item }));
      return { written: puts.length, removed: deletes.length, unchanged: rows.length - puts.length };
    },
  };
}

/** The version that the table has once it holds this dataset. */
export function datasetVersionOf(dataset: ResolvedDataset): string {
  return seedOf(dataset).version;
}

/** The version follows from what is said, not from how it is compressed: that differs from one processor to the next. */
function seedOf(dataset: ResolvedDataset) {
  const text = snapshotText(dataset);
  const found = [...dataset.timelines.flatMap(eventRows), ...dataset.sources.map(sourceRow)].map(withHash);
  const version = hashOf([...found.map(({ hash }) => hash).sort(), hashOf([text])]);
  return { rows: [...found, ...snapshotRows(text).map(withHash)], version };
}

type Row = { readonly pk: string; readonly sk: string; readonly hash: string };

const rowFields = z.object({ pk: z.string(), sk: z.string(), hash: z.string() });

function difference(wanted: readonly Row[], present: readonly Row[]) {
  const hashes = new Map(present.map((row) => [keyOf(row), row.hash]));
  const keys = new Set(wanted.map(keyOf));
  const puts = wanted.filter((row) => hashes.get(keyOf(row)) !== row.hash);
  const stale = present.filter((row) => !keys.has(keyOf(row)));
  return {
    puts: puts.map((Item): WriteRequest => ({ PutRequest: { Item } })),
    deletes: stale.map(({ pk, sk }): WriteRequest => ({ DeleteRequest: { Key: { pk, sk } } })),
  };
}

async function hashesOf(client: DynamoDBDocumentClient, TableName: string): Promise<Row[]> {
  const names = { '#pk': 'pk', '#sk': 'sk', '#hash': 'hash' };
  const projection = { ProjectionExpression: Object.keys(names).join(), ExpressionAttributeNames: names };
  const rows: Row[] = [];
  const pages = paginateScan({ client }, { TableName, ConsistentRead: true, ...projection });
  for await (const page of pages) rows.push(...z.array(rowFields).parse(page.Items ?? []));
  return rows;
}

function withHash<Content extends { readonly pk: string; readonly sk: string }>(row: Content) {
  return { ...row, hash: hashOf(row) };
}

function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

function keyOf({ pk, sk }: Row): string {
  return `${pk} ${sk}`;
}
