import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { BrakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { readSesEvent } from '../../src/adapters/ses/ses-events.ts';
import { forEachMessage } from '../../src/adapters/sqs/message-batch.ts';
import { type BrakeName, brakeNames, brakeOf, type MailCounts, sumOf } from '../../src/domain/brake.ts';
import { applyFeedback, type Ports } from './apply-feedback.ts';

export type BatchPorts = Ports & {
  readonly brakes: Readonly<Record<BrakeName, Pick<BrakeTable, 'count'>>>;
  /** Publishes for the alarm whether a brake is on. */
  readonly tellBrake: (isOn: boolean, name: BrakeName) => void;
  readonly now: () => Date;
};

/**
 * Applies a batch of events, each answered for by itself, and counts their mails together, for each brake. A crash in
 * between loses the counts of one batch, because recorded events are not counted again.
 */
export async function applyBatch(event: SQSEvent, ports: BatchPorts): Promise<SQSBatchResponse> {
  const added: { readonly name: BrakeName; readonly counts: MailCounts }[] = [];
  const answer = await forEachMessage(event, async ({ body }) => {
    const feedback = readSesEvent(body);
    if (feedback) added.push({ name: brakeOf(feedback.mail.notice), counts: await applyFeedback(feedback, ports) });
    return undefined;
  });
  for (const name of brakeNames)
    await count(name, sumOf(added.filter((one) => one.name === name).map(({ counts }) => counts)), ports);
  return answer;
}

async function count(name: BrakeName, counts: MailCounts, { brakes, tellBrake, now }: BatchPorts): Promise<void> {
  if (counts.mails + counts.bounces + counts.complaints === 0) return;
  const isOn = await brakes[name].count(counts, now());
  tellBrake(isOn, name);
  if (isOn) logger.warn('A brake is on', { name, ...counts });
  else logger.info('Counted mails', { name, ...counts });
}
