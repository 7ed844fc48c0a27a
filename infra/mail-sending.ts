import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/**
 * The address that mails come from, verified with SES, and the configuration set that they are sent with. SES itself
 * holds back mail to addresses that bounced, but not to those that complained: our own record does that, until the
 * person confirms again, and SES would withhold the very mail that asks them to.
 */
export class MailSending extends Construct {
  readonly from: string;
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { from }: { readonly from: string }) {
    super(scope, id);
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_ONLY,
    });
    new EmailIdentity(this, 'From', { identity: Identity.email(from), configurationSet: this.configurationSet });
  }

  /**
   * Permits mail from the configured address only. The condition is what limits it: in its sandbox SES also asks
   * for permission on the identities of the recipients, so that the sender's own would not suffice.
   */
  permit(role: iam.Role): void {
    const stack = Stack.of(this);
    const identities = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' });
    const configurationSet = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    iam.Grant.addToPrincipal({
      grantee: role,
      actions: ['ses:SendRawEmail'],
      resourceArns: [identities, configurationSet],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      reason: 'Limited by ses:FromAddress. In the SES sandbox the identities of the recipients are checked as well.',
    });
  }
}
