import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readPlannedDigest } from '../../src/adapters/digest-queue.ts';
import { logger } from '../../src/adapters/log.ts';
import { forEachMessage } from '../../src/adapters/message-batch.ts';
import { type Ports, sendDigest } from './send-digest.ts';

/** Sends the digests of a batch of messages. */
export function sendBatch(event: SQSEvent, ports: Ports): Promise<SQSBatchResponse> {
  return forEachMessage(event, async ({ messageId, body }) => {
    const planned = readPlannedDigest(body);
    const outcome = await sendDigest(planned, ports);
    logger.info('Handled a digest', { messageId, subscriberId: planned.subscriberId, on: planned.on, outcome });
    if (outcome === 'again') throw new Error(`The digest of ${planned.on} must come back`);
  });
}
