import { GetEventSourceMappingCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

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
