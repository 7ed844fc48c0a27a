import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import type { DatasetSeeding } from './dataset-seeding.ts';
import { HarmAlarm } from './harm-alarm.ts';
import { ownMetric } from './own-metric.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { Ticking } from './ticking.ts';

export type CompletenessProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly seeding: DatasetSeeding;
};

/** Checks run every hour, and a slow one ends some minutes late: none in two hours is a fault. */
const CHECKS = { statistic: 'Maximum', period: Duration.hours(2) };

/**
 * The hourly check, by a function that shares only the rules with planner and sender, of deliveries against the digests due
 * on local days that are over. A failed check needs no dead letter, as the next begins where it began; the alarm is also
 * raised if there is no check.
 */
export class Completeness extends Construct {
  constructor(scope: Construct, id: string, { bundles, tables, seeding }: CompletenessProps) {
    super(scope, id);
    const check = new ProductFunction(this, 'Check', {
      bundles,
      name: 'completeness-check',
      memorySize: 1769,
      timeout: Duration.minutes(15),
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DELIVERIES_TABLE: tables.deliveries.tableName,
        RUNS_TABLE: tables.runs.tableName,
      },
    });
    tables.subscribers.permit(check, 'dynamodb:GetItem');
    tables.subscribers.permitQueryOf('byZoneHour', check);
    seeding.permitReading(check);
    tables.deliveries.permit(check, 'dynamodb:BatchGetItem', 'dynamodb:Query');
    tables.runs.permit(check, 'dynamodb:GetItem', 'dynamodb:PutItem');

    new Ticking(this, 'Tick', { schedule: 'cron(10 * * * ? *)', of: check });
    const missing = new HarmAlarm(this, 'Missing', {
      harm: 'Somebody did not get a digest that was due, or for two hours no check has confirmed that everybody did.',
      runbook: 'Digests missing',
      metric: new MathExpression({
        expression: 'FILL(missing, 1)',
        usingMetrics: {
          missing: ownMetric(this, { of: 'completeness-check', name: metricNames.digestsMissing, ...CHECKS }),
        },
        period: CHECKS.period,
      }),
      threshold: 1,
    });
    seeding.startHeartbeatOf(missing);
  }
}
