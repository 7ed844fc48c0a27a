import { SQSClient } from '@aws-sdk/client-sqs';
import { timeouts } from '../lambda/clients.ts';

/** Creates a client that keeps its endpoint, where the SDK would use the host of the queue's URL. In its own file, because the API loads it on demand. */
export function newSqsClient(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false, requestHandler: timeouts(5_000) });
}
