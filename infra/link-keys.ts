import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/**
 * The keys that sign the links in mails, as `{"current":"…"}`. The secret outlives the stack, because the links do.
 * Changing `generateSecretString` would make a new key and break every link ever sent.
 */
export class LinkKeys extends Secret {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Signs the links in mails of Jubilee.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Unsubscribe links never expire: a key is rotated by hand, by moving it to the earlier keys.',
    });
  }

  permit(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secretArn],
    });
  }
}
