import { setTimeout as wait } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inChunks, inParallel } from '../../in-parallel.ts';

export type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

export type Table = { readonly documentClient: DynamoDBDocumentClient; readonly tableName: string };

/** The limit of BatchWriteItem. */
const BATCH_SIZE = 25;
const BATCHES_AT_ONCE = 8;
/** Total wait (ms) of a batch before it fails because DynamoDB keeps returning unprocessed items. */
const PATIENCE_MS = 30_000;
const MAX_WAIT_MS = 5_000;

export type WriteOptions = {
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly patienceMs?: number;
};

/** Writes the rows in batches, several at once, and retries unprocessed ones. */
export async function writeBatches(
  table: Table,
  requests: readonly WriteRequest[],
  { onProgress, patienceMs }: WriteOptions = {},
): Promise<void> {
  let done = 0;
  await inParallel(inChunks(requests, BATCH_SIZE), BATCHES_AT_ONCE, async (batch) => {
    await writeBatch(table, batch, patienceMs);
    done += batch.length;
    onProgress?.({ done, total: requests.length });
  });
}

async function writeBatch(
  { documentClient, tableName }: Table,
  batch: readonly WriteRequest[],
  patienceMs: number | undefined,
) {
  const write = async (left: readonly WriteRequest[]) => {
    const RequestItems = { [tableName]: [...left] };
    const { UnprocessedItems } = await documentClient.send(new BatchWriteCommand({ RequestItems }));
    return UnprocessedItems?.[tableName];
  };
  await retryUnprocessed(tableName, batch, (left) => write(left).catch(allIfThrottled(left)), patienceMs);
}

/** Treats a fully throttled batch as unprocessed. */
function allIfThrottled<Each>(left: readonly Each[]) {
  return (error: unknown): readonly Each[] => {
    if (error instanceof Error && throttled.includes(error.name)) return left;
    throw error;
  };
}

const throttled = ['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'];

/** Sends all requests, and retries unprocessed ones until it has waited `patienceMs` in all. */
export async function retryUnprocessed<Each>(
  tableName: string,
  all: readonly Each[],
  ask: (left: readonly Each[]) => Promise<readonly Each[] | undefined>,
  patienceMs: number = PATIENCE_MS,
): Promise<void> {
  let left = all;
  let waited = 0;
  for (let attempt = 0; ; attempt += 1) {
    left = (await ask(left)) ?? [];
    if (left.length === 0) return;
    if (waited >= patienceMs)
      throw new Error(`Table ${tableName} left ${left.length} items unprocessed for ${waited} ms`);
    const pause = Math.ceil(Math.min(50 * 2 ** attempt, MAX_WAIT_MS) * (0.5 + Math.random() / 2));
    waited += pause;
    await wait(pause);
  }
}
