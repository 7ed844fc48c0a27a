import { Duration } from 'aws-cdk-lib';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetters, type DeadLettersProps } from './dead-letters.ts';
import type { ProductFunction } from './product-function.ts';

export type WorkQueueProps = DeadLettersProps & {
  /** The time-out of the function that works on the messages. */
  readonly workTimeout: Duration;
};

/** AWS asks for so many times the function's time-out, so that a throttled batch is not handed out twice. */
const TIMEOUTS_OUT_OF_SIGHT = 6;

const ATTEMPTS = 10;

/** A queue that a function works on, with its dead letters and their alarm beside it. */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, { workTimeout, ...whenGivenUp }: WorkQueueProps) {
    const deadLetters = new DeadLetters(scope, 'DeadLetters', whenGivenUp);
    super(scope, id, {
      visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * TIMEOUTS_OUT_OF_SIGHT),
      retentionPeriod: whenGivenUp.keptFor,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: ATTEMPTS },
      enforceSSL: true,
    });
  }

  /** Hands batches to the function, which answers for each message by itself. */
  feed(
    worker: ProductFunction,
    batches: Pick<SqsEventSourceProps, 'batchSize' | 'maxBatchingWindow' | 'maxConcurrency'>,
  ): void {
    worker.addEventSource(new SqsEventSource(this, { ...batches, reportBatchItemFailures: true }));
  }
}
