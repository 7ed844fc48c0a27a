import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Whether a dead-letter queue holds messages that nobody has put back yet. */
export function deadLettersIn(sqsClient: SQSClient, url: string) {
  return async (): Promise<boolean> => {
    const { Attributes } = await sqsClient.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Attributes?.ApproximateNumberOfMessages !== '0';
  };
}
