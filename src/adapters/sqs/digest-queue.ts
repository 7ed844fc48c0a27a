import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { PlannedDigest } from '../../domain/delivery.ts';
import { day } from '../dynamodb/row.ts';
import { type MessageQueue, messageQueue } from './message-queue.ts';

export type DigestQueue = MessageQueue<PlannedDigest>;

/** The queue of planned digests, one message per digest and subscriber. Leases keep duplicate messages from being mailed twice. */
export function digestQueue(sqsClient: SQSClient, url: string): DigestQueue {
  return messageQueue(sqsClient, url, digestMessage);
}

export function digestMessage({
  subscriberId,
  subscriptionVersion,
  reinstatedAt,
  on,
  coverage,
  changeSpan,
}: PlannedDigest): string {
  return JSON.stringify({ subscriberId, subscriptionVersion, reinstatedAt, on, coverage, changeSpan });
}

/** Parses the output of `digestMessage`. @throws Error for anything else */
export function readPlannedDigest(body: string): PlannedDigest {
  return plannedDigest.parse(JSON.parse(body));
}

const span = z.object({ from: day, through: day });

const plannedDigest = z.object({
  subscriberId: z.string(),
  subscriptionVersion: z.int(),
  reinstatedAt: z.iso.datetime().optional(),
  on: day,
  coverage: span,
  changeSpan: span.optional(),
});
