import { GetEventSourceMappingCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';

export type QueueState = {
  readonly arn: string;
  /** Visible messages, which no consumer is processing. */
  readonly waiting: number;
  /** Whether it is itself a dead-letter queue, as it has none of its own. */
  readonly isForDeadLetters: boolean;
};

export async function readQueueState(client: SQSClient, url: string): Promise<QueueState> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages', 'RedrivePolicy'],
    }),
  );
  return {
    arn: Attributes.QueueArn ?? url,
    waiting: Number(Attributes.ApproximateNumberOfMessages),
    isForDeadLetters: Attributes.RedrivePolicy === undefined,
  };
}

/** Checks whether Lambda delivers the messages of a queue to its function. */
export async function isHandedOver(client: LambdaClient, mapping: string): Promise<boolean> {
  const { State } = await client.send(new GetEventSourceMappingCommand({ UUID: mapping }));
  return State === 'Enabled';
}

/** Starts moving dead letters back to their source queue. */
export async function putBack(client: SQSClient, deadLettersArn: string): Promise<void> {
  await client.send(new StartMessageMoveTaskCommand({ SourceArn: deadLettersArn }));
}

/** Removes all messages. */
export async function emptyQueue(client: SQSClient, url: string): Promise<void> {
  await client.send(new PurgeQueueCommand({ QueueUrl: url }));
}
