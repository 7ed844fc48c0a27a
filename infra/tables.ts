import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type KeyAttributes, type TableShape, tableShapes } from '../src/adapters/dynamodb/table-shapes.ts';

/** The tables, in the shapes that the adapters read and write. */
export class Tables extends Construct {
  readonly relations = new ProductTable(this, 'Relations', tableShapes.relations, kept);
  readonly subscribers = new ProductTable(this, 'Subscribers', tableShapes.subscribers, kept);
  readonly deliveries = new ProductTable(this, 'Deliveries', tableShapes.deliveries, kept);
  readonly runs = new ProductTable(this, 'Runs', tableShapes.runs, kept);
  readonly limits = new ProductTable(this, 'Limits', tableShapes.limits, passing);

  constructor(scope: Construct, id: string) {
    super(scope, id);
    Validations.of(this.limits).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'The table has short-lived counters, which nobody needs to restore.',
    });
  }
}

type Protection = Pick<
  dynamodb.TableProps,
  'pointInTimeRecoverySpecification' | 'deletionProtection' | 'removalPolicy'
>;

/**
 * The protection of tables that outlive the stack and can be restored to any second of the last 35 days. If the first
 * deployment fails, CloudFormation cannot remove a protected table: docs/deploy.md says what is left then.
 */
const kept: Protection = {
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
};

/** The protection of tables with short-lived data only. */
const passing: Protection = { removalPolicy: RemovalPolicy.DESTROY };

/** A table that costs nothing when idle. */
class ProductTable<Shape extends TableShape> extends dynamodb.Table {
  constructor(scope: Construct, id: string, shape: Shape, protection: Protection) {
    super(scope, id, {
      ...keySchema(shape.key),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // With the key owned by DynamoDB: one of the account would cost money per use and protect against nobody else.
      encryption: dynamodb.TableEncryption.DEFAULT,
      ...protection,
      ...(shape.expiry && { timeToLiveAttribute: shape.expiry }),
    });
    for (const [indexName, key] of Object.entries(shape.indexes)) {
      this.addGlobalSecondaryIndex({ indexName, ...keySchema(key) });
    }
  }

  /** Grants actions on the items of the table itself. */
  permit(grantee: iam.IGrantable, ...actions: `dynamodb:${string}`[]): void {
    iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.tableArn] });
  }

  /** Grants queries on one index; `Table.grant` would include all indexes. */
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
