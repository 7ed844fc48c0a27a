import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '../../src/adapters/log.ts';
import { readNoticeRequest } from '../../src/adapters/notice-queue.ts';
import { type Ports, sendNotice } from './send-notice.ts';

/** Does what the requests of a batch of messages ask for. Each is answered for by itself: one that must come back does not bring the others with it. */
export function sendBatch(event: SQSEvent, ports: Ports): Promise<SQSBatchResponse> {
  const send = async ({ messageId, body, attributes }: SQSRecord) => {
    const request = readNoticeRequest(body);
    const askedAt = new Date(Number(attributes.SentTimestamp));
    const outcome = await sendNotice({ request, requestId: messageId, askedAt }, ports);
    logger.info('Handled a request for a notice', { messageId, kind: request.kind, outcome });
    if (outcome === 'again') throw new Error(`The request ${messageId} must come back`);
  };
  return processPartialResponse(event, send, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
}
