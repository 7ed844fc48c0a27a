import { setTimeout as wait } from 'node:timers/promises';
import type { LocalQueue } from './local-queue.ts';
import { type QueueEvent, queueEvent } from './queue-event.ts';

/** A function that Lambda would invoke. It returns the ids of the messages to retry. */
export type Consumer = (event: QueueEvent) => Promise<BatchAnswer | undefined>;

export type BatchAnswer = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/** The operations of a queue that its consumer needs. */
type Source = Pick<LocalQueue<never>, 'receive' | 'done' | 'ended'>;

/** The interval between polls of an empty queue (ms of real time). */
const REST_MS = 20;

/**
 * Passes the queue's messages to the function in batches, like Lambda: deletes messages that are not reported as failed; if
 * the function throws, the whole batch is retried.
 *
 * @returns the function that stops it after the current batch.
 */
export function consume(
  queue: Source,
  consumer: Consumer,
  onError: (error: unknown) => void,
  batchSize?: number,
): () => Promise<void> {
  let isStopped = false;
  const loop = async () => {
    while (!isStopped) {
      const worked = await handOver(queue, consumer, batchSize).catch(onError);
      if (!worked) await wait(REST_MS);
    }
  };
  const ended = loop();
  return () => {
    isStopped = true;
    return ended;
  };
}

/** Processes one batch, and returns whether there was any. */
async function handOver(queue: Source, consumer: Consumer, batchSize?: number): Promise<boolean> {
  const messages = await queue.receive(batchSize);
  if (messages.length === 0) return false;
  try {
    const answer = await consumer(queueEvent(messages));
    const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    await Promise.all(messages.filter(({ id }) => !failed.has(id)).map(queue.done));
    return true;
  } finally {
    queue.ended(messages);
  }
}
