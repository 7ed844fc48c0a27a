import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { chunksOf, inParallel } from '../../in-parallel.ts';
import { retryUnprocessed, type Table } from './batch-write.ts';

type Row = Record<string, unknown>;

/** The most that one BatchGetItem gives. */
const BATCH_SIZE = 100;
const BATCHES_AT_ONCE = 8;

/** The items of these keys, no two alike, as far as they are there; in no order. The readings may be a moment behind. */
export async function readBatches({ documentClient, tableName }: Table, keys: readonly Row[]): Promise<Row[]> {
  const rows: Row[] = [];
  await inParallel(chunksOf(keys, BATCH_SIZE), BATCHES_AT_ONCE, (batch) =>
    retryUnprocessed(tableName, batch, async (left) => {
      const RequestItems = { [tableName]: { Keys: [...left] } };
      const { Responses, UnprocessedKeys } = await documentClient.send(new BatchGetCommand({ RequestItems }));
      rows.push(...(Responses?.[tableName] ?? []));
      return UnprocessedKeys?.[tableName]?.Keys;
    }),
  );
  return rows;
}
