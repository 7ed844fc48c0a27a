import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { inChunks, inParallel } from '../../in-parallel.ts';
import { retryUnprocessed, type Table } from './batch-write.ts';

type Row = Record<string, unknown>;

/** The limit of BatchGetItem. */
const BATCH_SIZE = 100;
const BATCHES_AT_ONCE = 8;

/** Reads the items of these distinct keys that exist, in no order; eventually consistent. */
export async function readBatches({ documentClient, tableName }: Table, keys: readonly Row[]): Promise<Row[]> {
  const rows: Row[] = [];
  await inParallel(inChunks(keys, BATCH_SIZE), BATCHES_AT_ONCE, (batch) =>
    retryUnprocessed(tableName, batch, async (left) => {
      const RequestItems = { [tableName]: { Keys: [...left] } };
      const { Responses, UnprocessedKeys } = await documentClient.send(new BatchGetCommand({ RequestItems }));
      rows.push(...(Responses?.[tableName] ?? []));
      return UnprocessedKeys?.[tableName]?.Keys;
    }),
  );
  return rows;
}
