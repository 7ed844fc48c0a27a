import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Keeps a message that was received away for so long (ms) from now on. */
export type Postpone = (message: { readonly receiptHandle: string }, ms: number) => Promise<void>;

/** The most that SQS keeps a message away, counted from its receipt. */
const MAX_SECONDS = 43_200;

/** Tells a queue of SQS when a message that was not done comes back. */
export function postponeIn(sqsClient: SQSClient, url: string): Postpone {
  return async ({ receiptHandle }, ms) => {
    const VisibilityTimeout = Math.min(MAX_SECONDS, Math.ceil(ms / 1000));
    await sqsClient.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout }),
    );
  };
}
