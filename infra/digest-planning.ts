import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import type { DatasetSeeding } from './dataset-seeding.ts';
import { DeadLetters } from './dead-letters.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { Notices } from './notices.ts';
import { ownMetric } from './own-metric.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { Ticking } from './ticking.ts';

export type DigestPlanningProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly queue: IQueue;
  readonly notices: Notices;
  readonly seeding: DatasetSeeding;
};

/**
 * The planner, which queues the digests and reminders of all ticks since the last, every quarter of an hour. The next tick
 * plans what a failed one left; the failed tick itself becomes a dead letter, so that it is noticed.
 */
export class DigestPlanning extends Construct {
  readonly planner: ProductFunction;

  constructor(scope: Construct, id: string, { bundles, tables, queue, notices, seeding }: DigestPlanningProps) {
    super(scope, id);
    const missedTicks = new DeadLetters(this, 'MissedTicks', {
      harm: 'The planner fails: the subscribers whose hour it was wait until a later tick is planned.',
      runbook: 'Ticks not planned',
    });
    const planner = new ProductFunction(this, 'Planner', {
      bundles,
      name: 'digest-planner',
      memorySize: 1024,
      timeout: Duration.minutes(15),
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        RUNS_TABLE: tables.runs.tableName,
        DIGEST_QUEUE_URL: queue.queueUrl,
        NOTICE_QUEUE_URL: notices.queue.queueUrl,
      },
      deadLetterQueue: missedTicks,
    });
    tables.subscribers.permit(planner, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    tables.subscribers.permitQueryOf('byZoneHour', planner);
    seeding.permitReading(planner);
    tables.runs.permit(planner, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query');
    iam.Grant.addToPrincipal({ grantee: planner, actions: ['sqs:SendMessage'], resourceArns: [queue.queueArn] });
    notices.permitToAsk(planner);

    this.planner = planner;
    this.permitToGoOn(planner);
    new Ticking(this, 'Tick', { schedule: 'cron(0/15 * * * ? *)', of: planner, missed: missedTicks });
    seeding.startHeartbeatOf(this.alarmWithoutTicks());
  }

  /** Allows the planner to invoke itself, by a separate policy: an inline one would have to exist before the function that it names. */
  private permitToGoOn(planner: ProductFunction): void {
    const statement = new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [planner.functionArn] });
    new iam.Policy(this, 'GoOn', { roles: [planner.role], statements: [statement] });
  }

  /** Counts the heartbeats, not their sum, as the first deployment publishes a zero. */
  private alarmWithoutTicks(): HarmAlarm {
    const period = Duration.hours(1);
    return new HarmAlarm(this, 'NoTicks', {
      harm: 'No tick has been planned for an hour: nobody gets a digest.',
      runbook: 'No ticks',
      metric: new MathExpression({
        expression: 'IF(FILL(heartbeats, 0) < 1, 1, 0)',
        usingMetrics: {
          heartbeats: ownMetric(this, {
            of: 'digest-planner',
            name: metricNames.runsPlanned,
            statistic: 'SampleCount',
            period,
          }),
        },
        period,
      }),
      threshold: 1,
    });
  }
}
