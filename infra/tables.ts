import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type KeyAttributes, type TableShape, tableShapes } from '../src/adapters/table-shapes.ts';

/** The three tables, in the shapes that the code of the tables reads and writes. */
export class Tables extends Construct {
  readonly relations = new KeptTable(this, 'Relations', tableShapes.relations);
  readonly subscribers = new KeptTable(this, 'Subscribers', tableShapes.subscribers);
  readonly deliveries = new KeptTable(this, 'Deliveries', tableShapes.deliveries);
}

/** A table that outlives the stack, can be restored to any second of the last 35 days, and costs nothing when idle. */
export class KeptTable<Shape extends TableShape> extends dynamodb.Table {
  constructor(scope: Construct, id: string, shape: Shape) {
    super(scope, id, {
      ...keySchema(shape.key),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      ...(shape.expiry && { timeToLiveAttribute: shape.expiry }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, key] of Object.entries(shape.indexes)) {
      this.addGlobalSecondaryIndex({ indexName, ...keySchema(key) });
    }
  }

  /** Permits the actions on the items of the table itself. */
  permit(grantee: iam.IGrantable, ...actions: `dynamodb:${string}`[]): void {
    iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.tableArn] });
  }

  /** Permits queries on one index: `Table.grant` would open all of them. */
  permitQueryOf(index: keyof Shape['indexes'] & string, grantee: iam.IGrantable): void {
    const resourceArns = [`${this.tableArn}/index/${index}`];
    iam.Grant.addToPrincipal({ grantee, actions: ['dynamodb:Query'], resourceArns });
  }
}

function keySchema([partition, sort]: KeyAttributes): dynamodb.SchemaOptions {
  return { partitionKey: attribute(partition), ...(sort && { sortKey: attribute(sort) }) };
}

function attribute(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}
