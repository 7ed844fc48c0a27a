import { setTimeout as wait } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { chunksOf, inParallel } from '../../in-parallel.ts';

export type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

export type Table = { readonly documentClient: DynamoDBDocumentClient; readonly tableName: string };

/** The most that one BatchWriteItem takes. */
const BATCH_SIZE = 25;
const BATCHES_AT_ONCE = 8;
const MAX_ATTEMPTS = 10;

/** Writes the rows in batches, several at once, and again those that DynamoDB puts back. */
export async function writeBatches(
  table: Table,
  requests: readonly WriteRequest[],
  onProgress: (progress: { readonly done: number; readonly total: number }) => void = () => {},
): Promise<void> {
  let done = 0;
  await inParallel(chunksOf(requests, BATCH_SIZE), BATCHES_AT_ONCE, async (batch) => {
    await writeBatch(table, batch);
    done += batch.length;
    onProgress({ done, total: requests.length });
  });
}

async function writeBatch({ documentClient, tableName }: Table, batch: readonly WriteRequest[]) {
  await retryUnprocessed(tableName, batch, async (left) => {
    const RequestItems = { [tableName]: [...left] };
    const { UnprocessedItems } = await documentClient.send(new BatchWriteCommand({ RequestItems }));
    return UnprocessedItems?.[tableName];
  });
}

/** Asks for all, and again for those that DynamoDB puts back. */
export async function retryUnprocessed<Each>(
  tableName: string,
  all: readonly Each[],
  ask: (left: readonly Each[]) => Promise<readonly Each[] | undefined>,
): Promise<void> {
  let left = all;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    left = (await ask(left)) ?? [];
    if (left.length === 0) return;
    await wait(50 * 2 ** attempt * Math.random());
  }
  throw new Error(`Table ${tableName} put back ${left.length} items ${MAX_ATTEMPTS} times`);
}
