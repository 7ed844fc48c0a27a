import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { ReportRequest } from '../../domain/error-report.ts';
import type { Decoy, NoticeRequest } from '../../domain/notice.ts';
import { writtenReport } from '../dynamodb/report-table.ts';
import { jsonText } from '../dynamodb/row.ts';
import { writtenMove, writtenPreferences } from '../dynamodb/subscriber-rows.ts';
import { type MessageQueue, messageQueue } from './message-queue.ts';

/** A message of the queue: a request for a notice, a report of an error, or a decoy. */
export type QueuedRequest = NoticeRequest | ReportRequest | Decoy;

export type NoticeQueue = MessageQueue<QueuedRequest>;

/** The queue of requests for notices, one message per request. */
export function noticeQueue(sqsClient: SQSClient, url: string): NoticeQueue {
  return messageQueue(sqsClient, url, noticeMessage);
}

export function noticeMessage(request: QueuedRequest): string {
  return JSON.stringify(request);
}

/** Parses the output of `noticeMessage`. @throws Error for anything else; it quotes nothing from the body, which may contain an address. */
export function readNoticeRequest(body: string): QueuedRequest {
  const parsed = jsonText(noticeRequest).safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  throw new Error(`Not a request for a notice: ${faults.join(', ')}`);
}

const fromOutside = { email: z.string(), ip: z.string() };
const aboutSubscriber = { subscriberId: z.string(), subscriptionVersion: z.int() };

const noticeRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('confirmation'),
    ...fromOutside,
    preferences: writtenPreferences,
    movesFrom: writtenMove.optional(),
  }),
  z.object({ kind: z.literal('link'), ...fromOutside }),
  z.object({ kind: z.literal('reminder'), ...aboutSubscriber }),
  z.object({ kind: z.literal('goodbye'), ...aboutSubscriber }),
  z.object({ kind: z.literal('move'), ...aboutSubscriber }),
  z.object({ kind: z.literal('move-back'), ...aboutSubscriber }),
  z.object({ kind: z.literal('report'), report: writtenReport, ip: z.string() }),
  z.object({ kind: z.literal('decoy') }),
]);
