import { Duration, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HarmAlarm, type HarmAlarmProps } from './harm-alarm.ts';

export type DeadLettersProps = Pick<HarmAlarmProps, 'harm' | 'runbook'> & {
  /** The retention of dead letters; by default the 14 days that SQS allows. */
  readonly keptFor?: Duration;
};

/** A dead-letter queue and its alarm. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { harm, runbook, keptFor = Duration.days(14) }: DeadLettersProps) {
    super(scope, id, { retentionPeriod: keptFor, enforceSSL: true });
    new HarmAlarm(this, 'Alarm', {
      harm,
      runbook,
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      threshold: 1,
    });
    Validations.of(this).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'This is a dead-letter queue: its messages wait for an operator to redrive them.',
    });
  }
}
