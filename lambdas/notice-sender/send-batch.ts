import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { logger } from '../../src/adapters/lambda/log.ts';
import { type ComeBack, forEachMessage } from '../../src/adapters/sqs/message-batch.ts';
import type { Postpone } from '../../src/adapters/sqs/message-queue.ts';
import { readNoticeRequest } from '../../src/adapters/sqs/notice-queue.ts';
import { type NoticeOutcome, type Ports, sendNotice } from './send-notice.ts';

export type BatchPorts = Ports & { readonly postpone: Postpone };

/** Processes the requests of a batch of messages. */
export function sendBatch(event: SQSEvent, ports: BatchPorts): Promise<SQSBatchResponse> {
  return forEachMessage(
    event,
    async ({ messageId, body, attributes }) => {
      const request = readNoticeRequest(body);
      const askedAt = new Date(Number(attributes.SentTimestamp));
      const outcome = await sendNotice({ request, requestId: messageId, askedAt }, ports);
      logger.info('Processed a request for a notice', { messageId, kind: request.kind, outcome });
      const when = comingBack[outcome];
      return when && { because: outcome, when };
    },
    ports.postpone,
  );
}

const comingBack: Partial<Record<NoticeOutcome, ComeBack['when']>> = {
  throttled: 'soon',
  closed: 'in hours',
  held: 'by itself',
  unavailable: 'by itself',
};
