import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { backoffMs, carryOverMs, settlingMs } from '../../domain/pacing.ts';
import { logger } from '../lambda/log.ts';
import type { Postpone } from './message-queue.ts';

/** A message to retry, and when: after a back-off, once feedback may have settled it, in some hours, or after its visibility time-out. */
export type ComeBack = { readonly because: string; readonly when: 'soon' | 'once settled' | 'in hours' | 'by itself' };

/**
 * Does the work for each message of a batch, all at once. Each succeeds or fails by itself: one that must come back does
 * not bring the others with it. Why it must is logged, so no error may repeat the body. One whose work failed comes back
 * soon, where `postpone` can tell the queue so.
 */
export async function forEachMessage(
  { Records }: SQSEvent,
  work: (message: SQSRecord) => Promise<ComeBack | undefined>,
  postpone?: Postpone,
): Promise<SQSBatchResponse> {
  const comingBack = await Promise.all(
    Records.map(async (message) => {
      const comeBack = await work(message).catch((error) => retryFailed(message, error));
      if (comeBack) await announce(message, comeBack, postpone);
      return comeBack;
    }),
  );
  const left = Records.filter((_, index) => comingBack[index] !== undefined);
  return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

function retryFailed({ messageId }: SQSRecord, error: Error): ComeBack {
  logger.error('A message could not be handled', { error, messageId });
  return { because: error.name, when: 'soon' };
}

/** If the call fails, the message comes back after its visibility time-out. */
async function announce(message: SQSRecord, { because, when }: ComeBack, postpone?: Postpone): Promise<void> {
  const { messageId, attributes } = message;
  logger.warn('A message must come back', { messageId, because, when });
  if (postpone === undefined || when === 'by itself') return;
  const attempt = Number(attributes.ApproximateReceiveCount);
  await postpone(message, waitsMs[when](attempt, Math.random())).catch((error) =>
    logger.error('A message could not be postponed', { error, messageId }),
  );
}

const waitsMs: Readonly<Record<Exclude<ComeBack['when'], 'by itself'>, (attempt: number, chance: number) => number>> = {
  soon: backoffMs,
  'once settled': settlingMs,
  'in hours': (_attempt, chance) => carryOverMs(chance),
};
