import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { logger } from '../../src/adapters/log.ts';
import { forEachMessage } from '../../src/adapters/message-batch.ts';
import { readNoticeRequest } from '../../src/adapters/notice-queue.ts';
import { type Ports, sendNotice } from './send-notice.ts';

/** Does what the requests of a batch of messages ask for. */
export function sendBatch(event: SQSEvent, ports: Ports): Promise<SQSBatchResponse> {
  return forEachMessage(event, async ({ messageId, body, attributes }) => {
    const request = readNoticeRequest(body);
    const askedAt = new Date(Number(attributes.SentTimestamp));
    const outcome = await sendNotice({ request, requestId: messageId, askedAt }, ports);
    logger.info('Handled a request for a notice', { messageId, kind: request.kind, outcome });
    if (outcome === 'again') throw new Error(`The request ${messageId} must come back`);
  });
}
