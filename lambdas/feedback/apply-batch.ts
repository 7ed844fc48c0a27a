import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { BrakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { readSesEvent } from '../../src/adapters/ses/ses-events.ts';
import { forEachMessage } from '../../src/adapters/sqs/message-batch.ts';
import { type MailCounts, sumOf } from '../../src/domain/brake.ts';
import { applyFeedback, type Ports } from './apply-feedback.ts';

export type BatchPorts = Ports & {
  readonly brake: Pick<BrakeTable, 'count'>;
  /** Tells the alarm whether all sending is braked. */
  readonly tellBrake: (isOn: boolean) => void;
  readonly now: () => Date;
};

/**
 * Applies a batch of events, each answered for by itself, and counts their mails together. A crash in between loses the
 * counts of one batch: what comes again is no news.
 */
export async function applyBatch(event: SQSEvent, ports: BatchPorts): Promise<SQSBatchResponse> {
  const added: MailCounts[] = [];
  const answer = await forEachMessage(event, async ({ body }) => {
    const feedback = readSesEvent(body);
    if (feedback) added.push(await applyFeedback(feedback, ports));
    return undefined;
  });
  await count(sumOf(added), ports);
  return answer;
}

async function count(counts: MailCounts, { brake, tellBrake, now }: BatchPorts): Promise<void> {
  if (counts.mails + counts.bounces + counts.complaints === 0) return;
  const isOn = await brake.count(counts, now());
  tellBrake(isOn);
  if (isOn) logger.warn('All sending is braked', counts);
  else logger.info('Counted mails', counts);
}
