import { join } from 'node:path';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { HarmAlarm } from './harm-alarm.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';

export type DatasetSeedingProps = { readonly bundles: string; readonly tables: Tables };

const SEEDER_TIMEOUT = Duration.minutes(10);

/** The context that lets a deployment remove more than 2 % of the events. */
const REMOVE_EVENTS = 'removeEvents';

/**
 * Writes the dataset into the relations table during each deployment that changes the data or the code that writes it. It
 * has no alarm, because a failure visibly rolls the deployment back.
 */
export class DatasetSeeding extends Construct {
  private readonly dataset: CustomResource;
  private readonly tables: Tables;

  constructor(scope: Construct, id: string, { bundles, tables }: DatasetSeedingProps) {
    super(scope, id);
    this.tables = tables;
    const seeder = new ProductFunction(this, 'Seeder', {
      bundles,
      name: 'table-seeder',
      memorySize: 1769,
      timeout: SEEDER_TIMEOUT,
      environment: { RELATIONS_TABLE: tables.relations.tableName },
    });
    tables.relations.permit(seeder, 'dynamodb:Scan', 'dynamodb:BatchWriteItem');
    tables.relations.permit(seeder, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem');

    this.dataset = new CustomResource(this, 'Dataset', {
      resourceType: 'Custom::Dataset',
      serviceToken: seeder.functionArn,
      serviceTimeout: SEEDER_TIMEOUT.plus(Duration.minutes(1)),
      properties: {
        bundle: FileSystem.fingerprint(join(bundles, 'table-seeder')),
        ...(this.node.tryGetContext(REMOVE_EVENTS) && { [REMOVE_EVENTS]: 'true' }),
      },
    });
    this.dataset.node.addDependency(seeder);
  }

  /** Grants reading the dataset. The reader's code is only replaced once the dataset exists in its layout. */
  permitReading(reader: ProductFunction): void {
    this.tables.relations.permit(reader, 'dynamodb:GetItem', 'dynamodb:Query');
    reader.node.addDependency(this.dataset);
  }

  /**
   * Creates the alarm after the first seeding, which publishes a heartbeat for it: otherwise a new stack would be in alarm
   * until the watched function has run once.
   */
  startHeartbeatOf(alarm: HarmAlarm): void {
    alarm.node.addDependency(this.dataset);
  }
}
