import { setTimeout as wait } from 'node:timers/promises';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import type { PlannedDigest } from '../domain/delivery.ts';
import { chunksOf, inParallel } from './in-parallel.ts';
import { domainValue } from './row.ts';

export type DigestQueue = ReturnType<typeof digestQueue>;

/** The most that one SendMessageBatch takes. */
const BATCH_SIZE = 10;
const BATCHES_AT_ONCE = 8;
const MAX_ATTEMPTS = 5;

/** The queue of planned digests: one message is one digest for one subscriber. */
export function digestQueue(sqsClient: SQSClient, url: string) {
  return {
    /** Resolves when SQS has every message; a message that was sent twice is sent off once, because senders claim. */
    async send(digests: readonly PlannedDigest[]): Promise<void> {
      await inParallel(chunksOf(digests, BATCH_SIZE), BATCHES_AT_ONCE, (batch) => sendBatch(sqsClient, url, batch));
    },
  };
}

export function digestMessage({ subscriberId, on, coverage }: PlannedDigest): string {
  return JSON.stringify({ subscriberId, on, coverage: { from: coverage.from, through: coverage.through } });
}

/** @throws Error when the body is not one that `digestMessage` wrote. */
export function readPlannedDigest(body: string): PlannedDigest {
  return plannedDigest.parse(JSON.parse(body));
}

async function sendBatch(client: SQSClient, url: string, batch: readonly PlannedDigest[]): Promise<void> {
  let left = batch.map((digest, index) => ({ Id: String(index), MessageBody: digestMessage(digest) }));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left }));
    const refused = Failed.find(({ SenderFault }) => SenderFault);
    if (refused) throw new Error(`The digest queue refused a message: ${refused.Code}`);
    left = left.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
    if (left.length === 0) return;
    await wait(50 * 2 ** attempt * Math.random());
  }
  throw new Error(`The digest queue put back ${left.length} messages ${MAX_ATTEMPTS} times`);
}

const day = domainValue<CalendarDate>((text) => parseCalendarDate(text) !== undefined, 'a day');

const plannedDigest = z.object({
  subscriberId: z.string(),
  on: day,
  coverage: z.object({ from: day, through: day }),
});
