import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { Notices } from './notices.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';

export type DigestPlanningProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly queue: IQueue;
  readonly notices: Notices;
};

/** Every quarter of an hour the planner puts the digests and the reminders of that tick into their queues; a tick that fails for good is kept to be replayed. */
export class DigestPlanning extends Construct {
  constructor(scope: Construct, id: string, { bundles, tables, queue, notices }: DigestPlanningProps) {
    super(scope, id);
    const missedTicks = new DeadLetters(this, 'MissedTicks', {
      harm: 'A tick could not be planned: the subscribers whose hour it was have no digest until it is replayed.',
      runbook: 'Ticks not planned',
    });
    const planner = new ProductFunction(this, 'Planner', {
      bundles,
      name: 'digest-planner',
      memorySize: 1024,
      timeout: Duration.minutes(5),
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DIGEST_QUEUE_URL: queue.queueUrl,
        NOTICE_QUEUE_URL: notices.queue.queueUrl,
      },
      deadLetterQueue: missedTicks,
    });
    tables.subscribers.permit(planner, 'dynamodb:GetItem');
    tables.subscribers.permitQueryOf('byZoneHour', planner);
    tables.relations.permitQueryOf('byDay', planner);
    iam.Grant.addToPrincipal({ grantee: planner, actions: ['sqs:SendMessage'], resourceArns: [queue.queueArn] });
    notices.permitToAsk(planner);

    this.tick(planner, missedTicks);
    this.alarmWithoutTicks(planner);
  }

  /** Ticks fall on the quarters of the clock, whenever the stack was deployed. One that cannot be handed over is tried again for a day. */
  private tick(planner: ProductFunction, missedTicks: DeadLetters): void {
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const scheduler = new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: ofThisAccount });
    const role = new iam.Role(this, 'TickRole', { assumedBy: scheduler });
    const grants = [
      { actions: ['lambda:InvokeFunction'], resourceArns: [planner.functionArn] },
      { actions: ['sqs:SendMessage'], resourceArns: [missedTicks.queueArn] },
    ].map((permission) => iam.Grant.addToPrincipal({ grantee: role, ...permission }));
    const schedule = new CfnSchedule(this, 'Tick', {
      scheduleExpression: 'cron(0/15 * * * ? *)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: planner.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ tick: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
        deadLetterConfig: { arn: missedTicks.queueArn },
      },
    });
    for (const grant of grants) grant.applyBefore(schedule);
  }

  private alarmWithoutTicks(planner: ProductFunction): void {
    new HarmAlarm(this, 'NoTicks', {
      harm: 'The planner has not run for an hour: nobody gets a digest.',
      runbook: 'No ticks',
      metric: planner.metricInvocations({ period: Duration.hours(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
