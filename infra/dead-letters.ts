import { Duration } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where work waits that was tried often enough, for the 14 days that SQS can hold it, with the alarm that says what harm that does. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, harm: string) {
    super(scope, id, { retentionPeriod: Duration.days(14), enforceSSL: true });
    new Alarm(this, 'Alarm', {
      alarmDescription: harm,
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
