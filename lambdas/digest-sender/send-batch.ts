import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readPlannedDigest } from '../../src/adapters/digest-queue.ts';
import { logger } from '../../src/adapters/log.ts';
import { type Ports, sendDigest } from './send-digest.ts';

/** Sends the digests of a batch of messages. Each is answered for by itself: one that must come back does not bring the others with it. */
export function sendBatch(event: SQSEvent, ports: Ports): Promise<SQSBatchResponse> {
  const send = async ({ messageId, body }: SQSRecord) => {
    const planned = readPlannedDigest(body);
    const outcome = await sendDigest(planned, ports);
    logger.info('Handled a digest', { messageId, subscriberId: planned.subscriberId, on: planned.on, outcome });
    if (outcome === 'again') throw new Error(`The digest of ${planned.on} must come back`);
  };
  return processPartialResponse(event, send, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
}
