import { CustomResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ProductFunction } from './product-function.ts';

/**
 * The keys that sign the links in mails, in an encrypted SSM parameter. CloudFormation cannot create one, so a function of
 * the deployment does. The parameter outlives the stack, as the links do: a stack of the same name reuses it.
 */
export class LinkKeys extends Construct {
  readonly parameterName: string;
  private readonly parameterArn: string;
  private readonly made: CustomResource;
  private readonly maker: ProductFunction;

  constructor(scope: Construct, id: string, { bundles }: { readonly bundles: string }) {
    super(scope, id);
    const stack = Stack.of(this);
    const path = `${stack.stackName}/link-keys`;
    this.parameterName = `/${path}`;
    this.parameterArn = stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: path });

    this.maker = new ProductFunction(this, 'Maker', {
      bundles,
      name: 'link-key-maker',
      memorySize: 256,
      timeout: Duration.seconds(30),
      environment: { LINK_KEYS_PARAMETER: this.parameterName },
    });
    this.allow(this.maker, 'ssm:PutParameter', 'ssm:DeleteParameter');
    this.made = new CustomResource(this, 'Parameter', {
      resourceType: 'Custom::LinkKeys',
      serviceToken: this.maker.functionArn,
      serviceTimeout: Duration.minutes(2),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.made.node.addDependency(this.maker);
  }

  /** Allows a function to read the keys, and creates it after them. */
  permit(reader: ProductFunction): void {
    this.allow(reader, 'ssm:GetParameter');
    reader.node.addDependency(this.made);
  }

  /**
   * Creates a random value that CloudFront and the API share. It is in no template, output or log: CloudFormation passes it
   * from the function that creates it to both, and masks it (`NoEcho`).
   */
  newEdgeKey(): string {
    const made = new CustomResource(this, 'EdgeKey', {
      resourceType: 'Custom::EdgeKey',
      serviceToken: this.maker.functionArn,
      serviceTimeout: Duration.minutes(2),
    });
    made.node.addDependency(this.maker);
    return made.getAttString('key');
  }

  /** Allows actions on the parameter. It is encrypted with the account's default key, so no permission on KMS is needed. */
  private allow(grantee: iam.IGrantable, ...actions: string[]): void {
    iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.parameterArn] });
  }
}
