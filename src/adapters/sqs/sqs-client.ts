import { SQSClient } from '@aws-sdk/client-sqs';
import { timeouts } from '../lambda/clients.ts';

/** A client that keeps to its endpoint: by default the SDK would take the host of the queue's URL instead. Apart from the others, because the API loads it on demand. */
export function newSqsClient(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false, requestHandler: timeouts(5_000) });
}
