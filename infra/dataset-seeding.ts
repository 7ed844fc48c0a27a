import { join } from 'node:path';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import { HarmAlarm } from './harm-alarm.ts';
import { ownMetric } from './own-metric.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';

export type DatasetSeedingProps = { readonly bundles: string; readonly tables: Tables };

const SEEDER_TIMEOUT = Duration.minutes(10);

/**
 * Writes the dataset into the relations table during a deployment, whenever the data, or the code that writes it, has
 * changed since the last. A deployment whose data cannot be written fails and is rolled back.
 */
export class DatasetSeeding extends Construct {
  constructor(scope: Construct, id: string, { bundles, tables }: DatasetSeedingProps) {
    super(scope, id);
    const seeder = new ProductFunction(this, 'Seeder', {
      bundles,
      name: 'table-seeder',
      memorySize: 1769,
      timeout: SEEDER_TIMEOUT,
      environment: { RELATIONS_TABLE: tables.relations.tableName },
    });
    tables.relations.permit(seeder, 'dynamodb:Scan', 'dynamodb:BatchWriteItem');
    tables.relations.permit(seeder, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem');

    new HarmAlarm(this, 'Failed', {
      harm: 'The dataset could not be written: the deployment is rolled back, and pages and digests stay with the dates of before.',
      runbook: 'Dataset not written',
      metric: ownMetric('table-seeder', metricNames.seedingFailed, { statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
    });

    const dataset = new CustomResource(this, 'Dataset', {
      resourceType: 'Custom::Dataset',
      serviceToken: seeder.functionArn,
      serviceTimeout: SEEDER_TIMEOUT.plus(Duration.minutes(1)),
      properties: { bundle: FileSystem.fingerprint(join(bundles, 'table-seeder')) },
    });
    dataset.node.addDependency(seeder);
  }
}
