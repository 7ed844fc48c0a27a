import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from './log.ts';

/**
 * Does the work for each message of a batch. Each is answered for by itself: one that must come back does not bring the
 * others with it. Why it must is logged, so no error may repeat the body.
 */
export async function forEachMessage(
  event: SQSEvent,
  work: (message: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const processor = new BatchProcessor(EventType.SQS);
  const answer = await processPartialResponse(event, work, processor, { throwOnFullBatchFailure: false });
  for (const error of processor.errors) logger.error('A message must come back', error);
  return answer;
}
