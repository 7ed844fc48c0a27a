import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { BrakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import type { WatermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { readSesEvent } from '../../src/adapters/ses/ses-events.ts';
import { forEachMessage } from '../../src/adapters/sqs/message-batch.ts';
import { type BrakeName, brakeForNotice, brakeNames, type MailCounts, sumCounts } from '../../src/domain/brake.ts';
import type { Feedback } from '../../src/domain/feedback.ts';
import { measureProgress } from '../../src/domain/watermark.ts';
import { applyFeedback, type Ports } from './apply-feedback.ts';

export type BatchPorts = Ports & {
  readonly brakes: Readonly<Record<BrakeName, Pick<BrakeTable, 'count'>>>;
  readonly watermark: Pick<WatermarkTable, 'raise'>;
  /** Publishes the metric of a brake for its alarm. */
  readonly tellBrake: (isOn: boolean, name: BrakeName) => void;
  readonly now: () => Date;
};

/**
 * Applies a batch of events independently, counts their mails per brake, and finally raises the watermark. A crash in
 * between loses the counts of one batch, as recorded events are not counted again.
 */
export async function applyBatch(event: SQSEvent, ports: BatchPorts): Promise<SQSBatchResponse> {
  const added: { readonly name: BrakeName; readonly counts: MailCounts }[] = [];
  const applied: Feedback[] = [];
  const answer = await forEachMessage(event, async ({ body }) => {
    const feedback = readSesEvent(body);
    if (feedback === undefined) return undefined;
    added.push({ name: brakeForNotice(feedback.mail.notice), counts: await applyFeedback(feedback, ports) });
    applied.push(feedback);
    return undefined;
  });
  for (const name of brakeNames)
    await count(name, sumCounts(added.filter((one) => one.name === name).map(({ counts }) => counts)), ports);
  const now = ports.now();
  const progress = measureProgress(applied, { hasFailed: answer.batchItemFailures.length > 0, now });
  if (progress) await ports.watermark.raise(progress, now);
  return answer;
}

async function count(name: BrakeName, counts: MailCounts, { brakes, tellBrake, now }: BatchPorts): Promise<void> {
  if (counts.mails + counts.bounces + counts.complaints === 0) return;
  const isOn = await brakes[name].count(counts, now());
  tellBrake(isOn, name);
  if (isOn) logger.warn('A brake is on', { name, ...counts });
  else logger.info('Counted mails', { name, ...counts });
}
