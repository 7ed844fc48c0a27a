import { setTimeout as wait } from 'node:timers/promises';
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inChunks, inParallel } from '../../in-parallel.ts';

export type MessageQueue<Message> = { readonly send: (messages: readonly Message[]) => Promise<void> };

/** The limit of SendMessageBatch. */
const BATCH_SIZE = 10;
const BATCHES_AT_ONCE = 8;
const MAX_ATTEMPTS = 5;

/** An SQS queue; `bodyOf` serialises a message. */
export function messageQueue<Message>(
  sqsClient: SQSClient,
  url: string,
  bodyOf: (message: Message) => string,
): MessageQueue<Message> {
  return {
    /** Resolves once SQS has every message. Delivery is at least once. */
    async send(messages) {
      const bodies = messages.map(bodyOf);
      await inParallel(inChunks(bodies, BATCH_SIZE), BATCHES_AT_ONCE, (batch) => sendBatch(sqsClient, url, batch));
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
  throw new Error(`SQS did not accept ${left.length} messages in ${MAX_ATTEMPTS} attempts`);
}

/** A call that hides a received message for this time (ms) from now. */
export type Postpone = (message: { readonly receiptHandle: string }, ms: number) => Promise<void>;

/** The limit of SQS (s), counted from the receipt. */
const MAX_HIDDEN_SECONDS = 43_200;

/** Creates a call that sets when an undeleted message becomes visible again. */
export function postponeIn(sqsClient: SQSClient, url: string): Postpone {
  return async ({ receiptHandle }, ms) => {
    const VisibilityTimeout = Math.min(MAX_HIDDEN_SECONDS, Math.ceil(ms / 1000));
    await sqsClient.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout }),
    );
  };
}
