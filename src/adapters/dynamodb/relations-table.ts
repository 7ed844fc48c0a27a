import { type DynamoDBDocumentClient, GetCommand, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DayKey } from '../../domain/day-key.ts';
import type { ResolvedDataset } from '../../domain/resolved-dataset.ts';
import type { Source } from '../../domain/source.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { eventRow, SNAPSHOT, SOURCES, sourceFields, versionKey } from './relation-rows.ts';
import { readSnapshot } from './relations-snapshot.ts';
import { readRow } from './row.ts';
import type { tableShapes } from './table-shapes.ts';

export type RelationsTable = ReturnType<typeof relationsTable>;

/** Reads the dataset: as a whole, and by the days on which anniversaries are observed. */
export function relationsTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const query = (input: Query) => queryAll(documentClient, { TableName: tableName, ...input });
  const read = (rows: readonly Row[]) => readTimelines(rows, tableName);

  async function readVersion() {
    const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: versionKey }));
    return Item && readRow(versionFields, Item, { table: tableName, key: Object.values(versionKey) });
  }

  return {
    /** The timelines that have an event under one of the keys: those that `dayKeysOf` and `dayKeysDue` of the domain give for a span. */
    async onDays(keys: readonly DayKey[]): Promise<Timeline[]> {
      const rows = await Promise.all(keys.map((key) => query({ IndexName: 'byDay', ...whereEquals('day', key) })));
      return read(rows.flat());
    },

    async sources(): Promise<ReadonlyMap<string, Source>> {
      const rows = await query(whereEquals('pk', SOURCES));
      return new Map(
        rows.map((row) => [row.sk, readRow(sourceFields, row, { table: tableName, key: [row.pk, row.sk] })]),
      );
    },

    /** Everything at once, by one query: what a public route may read in place of scanning. `undefined` before the table is seeded. */
    async all(): Promise<ResolvedDataset | undefined> {
      return readSnapshot(await query({ ...whereEquals('pk', SNAPSHOT), ConsistentRead: true }), tableName);
    },

    /** The hash of the dataset that the table holds; `undefined` before it is seeded and while it is being changed. */
    datasetVersion: async (): Promise<string | undefined> => (await readVersion())?.hash,

    /** Since when the table holds its dataset; `undefined` while it is being changed. */
    datasetSince: async (): Promise<Date | undefined> => (await readVersion())?.since,
  };
}

type Query = Omit<QueryCommandInput, 'TableName' | 'IndexName'> & {
  readonly IndexName?: keyof (typeof tableShapes)['relations']['indexes'];
};
type Row = z.infer<typeof keyFields>;
const keyFields = z.looseObject({ pk: z.string(), sk: z.string() });
const keyRows = z.array(keyFields);
const versionFields = z.object({
  hash: z.string(),
  since: z.iso
    .datetime()
    .default(new Date(0).toISOString())
    .transform((text) => new Date(text)),
});

function whereEquals(attribute: string, value: string): Query {
  return {
    KeyConditionExpression: '#key = :value',
    ExpressionAttributeNames: { '#key': attribute },
    ExpressionAttributeValues: { ':value': value },
  };
}

async function queryAll(client: DynamoDBDocumentClient, input: QueryCommandInput): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of paginateQuery({ client }, input)) rows.push(...keyRows.parse(page.Items ?? []));
  return rows;
}

/** One timeline per pair, in the order of the pairs. */
function readTimelines(rows: readonly Row[], table: string): Timeline[] {
  const byPair = [...new Map(rows.map((row) => [row.pk, row])).values()].sort((one, other) =>
    one.pk < other.pk ? -1 : 1,
  );
  return byPair.map((row) => readRow(eventRow, row, { table, key: [row.pk, row.sk] }).timeline);
}
