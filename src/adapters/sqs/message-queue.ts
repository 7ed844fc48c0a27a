import { setTimeout as wait } from 'node:timers/promises';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf, inParallel } from '../in-parallel.ts';

export type MessageQueue<Message> = { readonly send: (messages: readonly Message[]) => Promise<void> };

/** The most that one SendMessageBatch takes. */
const BATCH_SIZE = 10;
const BATCHES_AT_ONCE = 8;
const MAX_ATTEMPTS = 5;

/** A queue of SQS; `bodyOf` writes a message as text. */
export function messageQueue<Message>(
  sqsClient: SQSClient,
  url: string,
  bodyOf: (message: Message) => string,
): MessageQueue<Message> {
  return {
    /** Resolves when SQS has every message; it may deliver one several times. */
    async send(messages) {
      const bodies = messages.map(bodyOf);
      await inParallel(chunksOf(bodies, BATCH_SIZE), BATCHES_AT_ONCE, (batch) => sendBatch(sqsClient, url, batch));
    },
  };
}

async function sendBatch(client: SQSClient, url: string, bodies: readonly string[]): Promise<void> {
  let left = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left }));
    const refused = Failed.find(({ SenderFault }) => SenderFault);
    if (refused) throw new Error(`The queue refused a message: ${refused.Code}`);
    left = left.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
    if (left.length === 0) return;
    await wait(50 * 2 ** attempt * Math.random());
  }
  throw new Error(`The queue put back ${left.length} messages ${MAX_ATTEMPTS} times`);
}
