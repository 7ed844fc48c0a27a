import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetters, type DeadLettersProps } from './dead-letters.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { ProductFunction } from './product-function.ts';

type Harm = Pick<DeadLettersProps, 'harm' | 'runbook'>;

export type WorkQueueProps = DeadLettersProps & {
  /** The time-out of the function that consumes the messages. */
  readonly workTimeout: Duration;
  /** The harm if the queue stalls; set if dead letters would take long to show it. */
  readonly standstill?: Harm;
};

/** The visibility time-out as a multiple of the function's time-out, as AWS recommends, so that a throttled batch is not received twice. */
const TIMEOUTS_OUT_OF_SIGHT = 6;

const ATTEMPTS = 10;

/** A queue and the function that consumes it, with its dead-letter queue and alarm. */
export class WorkQueue extends Queue {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { workTimeout, standstill, ...whenGivenUp }: WorkQueueProps) {
    const deadLetters = new DeadLetters(scope, 'DeadLetters', whenGivenUp);
    super(scope, id, {
      visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * TIMEOUTS_OUT_OF_SIGHT),
      retentionPeriod: whenGivenUp.keptFor,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: ATTEMPTS },
      enforceSSL: true,
    });
    this.deadLetters = deadLetters;
    if (standstill) this.alarmOfStandstill(standstill);
  }

  /** Creates the alarm for a stalled queue. A long queue is harmless while it moves: a million digests take as long as SES needs. */
  private alarmOfStandstill(standstill: Harm): void {
    const period = Duration.hours(1);
    new HarmAlarm(this, 'Standstill', {
      ...standstill,
      metric: new MathExpression({
        expression: 'IF(FILL(done, 0) < 1, age, 0)',
        usingMetrics: {
          age: this.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
          done: this.metricNumberOfMessagesDeleted({ period, statistic: 'Sum' }),
        },
        period,
      }),
      threshold: Duration.hours(1).toSeconds(),
    });
  }

  /** Invokes a function with batches; it reports failures per message. */
  feed(
    worker: ProductFunction,
    batches: Pick<SqsEventSourceProps, 'batchSize' | 'maxBatchingWindow' | 'maxConcurrency'>,
  ): void {
    worker.addEventSource(new SqsEventSource(this, { ...batches, reportBatchItemFailures: true }));
  }
}
