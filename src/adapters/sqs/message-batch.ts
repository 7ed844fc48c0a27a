import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { backoffMs, carryOverMs, settlingMs } from '../../domain/pacing.ts';
import { logger } from '../lambda/log.ts';
import type { Postpone } from './message-queue.ts';

/** A message to retry, and when: after a back-off, once feedback may have settled it, in some hours, or after its visibility time-out. */
export type ComeBack = { readonly because: string; readonly when: 'soon' | 'once settled' | 'in hours' | 'by itself' };

/**
 * Processes the messages of a batch concurrently and reports partial failures: only messages to retry return. Logs the
 * reason, so no error may quote the body. A failed message returns after a back-off if `postpone` is given.
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
  logger.error('A message failed', { error, messageId });
  return { because: error.name, when: 'soon' };
}

/** Logs a retry and postpones it. If that call fails, the message returns after its visibility time-out. */
async function announce(message: SQSRecord, { because, when }: ComeBack, postpone?: Postpone): Promise<void> {
  const { messageId, attributes } = message;
  logger.warn('A message will be retried', { messageId, because, when });
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
