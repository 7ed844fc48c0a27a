import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Creates a check for whether a dead-letter queue holds messages. */
export function deadLettersIn(sqsClient: SQSClient, url: string) {
  return async (): Promise<boolean> => {
    const { Attributes } = await sqsClient.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Attributes?.ApproximateNumberOfMessages !== '0';
  };
}
