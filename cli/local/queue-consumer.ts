import { setTimeout as wait } from 'node:timers/promises';
import type { LocalQueue } from './local-queue.ts';
import { type QueueEvent, queueEvent } from './queue-event.ts';

/** A function that Lambda would invoke. It returns the ids of the messages that must come back. */
export type Consumer = (event: QueueEvent) => Promise<BatchAnswer | undefined>;

export type BatchAnswer = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/** What is consumed, whatever its messages say. */
type Source = Pick<LocalQueue<never>, 'receive' | 'done' | 'ended'>;

/** Between two polls of an empty queue, in ms of real time. */
const REST_MS = 20;

/**
 * Passes the queue's messages to the function, batch after batch, as Lambda does: messages not reported as failed are
 * deleted; if it throws, the whole batch comes back.
 *
 * @returns what stops it, once the batch in hand is through.
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

/** One batch; whether there was any. */
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
