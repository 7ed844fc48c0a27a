import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type KeyAttributes, type TableShape, tableShapes } from '../src/adapters/dynamodb/table-shapes.ts';

/** The tables, in the shapes that the code of the tables reads and writes. */
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
      reason: 'Counters of passing things. Restoring them would restore nothing that anybody misses.',
    });
  }
}

type Protection = Pick<
  dynamodb.TableProps,
  'pointInTimeRecoverySpecification' | 'deletionProtection' | 'removalPolicy'
>;

/**
 * Outlives the stack and can be restored to any second of the last 35 days. Where the first deployment fails, CloudFormation may take
 * back what it has just made, but no table that is protected: docs/deploy.md says what is left then.
 */
const kept: Protection = {
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
};

/** Holds nothing that matters tomorrow. */
const passing: Protection = { removalPolicy: RemovalPolicy.DESTROY };

/** A table that costs nothing when idle. */
class ProductTable<Shape extends TableShape> extends dynamodb.Table {
  constructor(scope: Construct, id: string, shape: Shape, protection: Protection) {
    super(scope, id, {
      ...keySchema(shape.key),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // With the key that DynamoDB owns: the account's own would cost money per use and protect against nobody else.
      encryption: dynamodb.TableEncryption.DEFAULT,
      ...protection,
      ...(shape.expiry && { timeToLiveAttribute: shape.expiry }),
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
