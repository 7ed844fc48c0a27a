import { GetEventSourceMappingCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';

export type QueueState = {
  readonly arn: string;
  /** Messages that nobody works on at the moment. */
  readonly waiting: number;
  /** Whether messages end here: it gives up none to another queue. */
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

/** Whether Lambda hands the messages of a queue to its function. */
export async function isHandedOver(client: LambdaClient, mapping: string): Promise<boolean> {
  const { State } = await client.send(new GetEventSourceMappingCommand({ UUID: mapping }));
  return State === 'Enabled';
}

/** Begins to move what was given up back into the queue that gave it up. */
export async function putBack(client: SQSClient, deadLettersArn: string): Promise<void> {
  await client.send(new StartMessageMoveTaskCommand({ SourceArn: deadLettersArn }));
}

/** Removes all messages. */
export async function emptyQueue(client: SQSClient, url: string): Promise<void> {
  await client.send(new PurgeQueueCommand({ QueueUrl: url }));
}
