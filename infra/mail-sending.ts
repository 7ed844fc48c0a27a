import { CfnOutput, Duration, Stack, Token, Validations } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import type { Settings } from '../src/settings/settings.ts';
import { HarmAlarm } from './harm-alarm.ts';
import { ownMetric } from './own-metric.ts';

export type MailSendingProps = Pick<Settings, 'from' | 'domain' | 'hostedZoneId' | 'identity' | 'dmarc' | 'alarmEmail'>;

/** The threshold in percent. Digests leave the last 5 % to notices (`SHARE_FOR_NOTICES`), so the alarm fires before the first digest waits. */
const NEARLY_USED = 90;

/**
 * The sender address, or its whole domain, verified with SES, and the configuration set. The suppression list of SES is off,
 * as it would withhold the very mail that asks somebody to confirm again; our own suppression withholds digests until they
 * do.
 */
export class MailSending extends Construct {
  readonly from: string;
  /** The identity that SES verifies: the domain, or the address alone. */
  readonly identity: string;
  readonly configurationSet: ConfigurationSet;
  /** A fixed name, as not every tool that creates stacks can look it up. */
  readonly configurationSetName = Stack.of(this).stackName;

  constructor(scope: Construct, id: string, props: MailSendingProps) {
    super(scope, id);
    const { from, domain, identity } = props;
    this.from = from;
    this.identity = domain ?? from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSetName,
      reputationMetrics: true,
      disableSuppressionList: true,
    });
    this.alarmOfQuota();
    if (identity === 'existing') return;
    if (domain !== undefined) this.verify(domain, props);
    else new EmailIdentity(this, 'From', { identity: Identity.email(from), configurationSet: this.configurationSet });
  }

  /** Verifies a domain. Bounces go to a subdomain of it, so that SPF aligns (RFC 7489). Prints the DNS records, and creates them in the zone, if given. */
  private verify(domain: string, { hostedZoneId, ...props }: MailSendingProps): void {
    const zone =
      hostedZoneId === undefined
        ? undefined
        : PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domain });
    const mailFromDomain = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Domain', {
      identity: zone ? Identity.publicHostedZone(zone) : Identity.domain(domain),
      mailFromDomain,
      configurationSet: this.configurationSet,
    });
    const records = {
      ...Object.fromEntries(
        identity.dkimRecords.map(({ name, value }, index) => [`DnsDkim${index + 1}`, `${name} CNAME ${value}`]),
      ),
      DnsMailFrom: `${mailFromDomain} MX 10 feedback-smtp.${Stack.of(this).region}.amazonses.com`,
      DnsSpf: `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
      ...(props.dmarc !== 'leave' && { DnsDmarc: `_dmarc.${domain} TXT "${dmarcRecord(props)}"` }),
    };
    if (zone && props.dmarc !== 'leave')
      new TxtRecord(this, 'Dmarc', { zone, recordName: `_dmarc.${domain}`, values: [dmarcRecord(props)] });
    for (const [name, value] of Object.entries(records)) new CfnOutput(Stack.of(this), name, { value });
  }

  /** Creates the alarms on quota, each on the sender that meets it first: a new stack first sends a notice, then nearly only digests. */
  private alarmOfQuota(): void {
    new HarmAlarm(this, 'InSandbox', {
      harm: 'SES keeps the account in its sandbox: only addresses verified with SES get mail.',
      runbook: 'SES sandbox',
      metric: ownMetric(this, {
        of: 'notice-sender',
        name: metricNames.inSandbox,
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      treatMissingData: TreatMissingData.IGNORE,
    });
    new HarmAlarm(this, 'QuotaNearlyUsed', {
      harm: "The day's quota of SES is nearly used up: digests that find no room go out hours later.",
      runbook: 'Quota nearly used',
      metric: ownMetric(this, {
        of: 'digest-sender',
        name: metricNames.quotaUsed,
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      threshold: NEARLY_USED,
    });
  }

  /**
   * Grants sending from the configured address only, and reading the quota. A condition limits the sender instead of the
   * resource: in the sandbox SES also requires permission on the identities of recipients.
   */
  permit(role: iam.Role): void {
    const stack = Stack.of(this);
    const identities = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' });
    const configurationSet = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSetName,
    });
    iam.Grant.addToPrincipal({
      grantee: role,
      actions: ['ses:SendRawEmail'],
      resourceArns: [identities, configurationSet],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
    iam.Grant.addToPrincipal({ grantee: role, actions: ['ses:GetSendQuota'], resourceArns: ['*'] });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'ses:GetSendQuota applies to the whole account and supports no resource.',
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${asFound(identities, stack)}]`,
      reason: 'Limited by ses:FromAddress. In the SES sandbox the identities of the recipients are checked as well.',
    });
  }
}

/** Formats an ARN like cdk-nag: with the region, if the settings have one, and pseudo parameters for the rest. */
function asFound(arn: string, { partition, region, account }: Stack): string {
  const parameters = { '<AWS::Partition>': partition, '<AWS::Region>': region, '<AWS::AccountId>': account };
  return Object.entries(parameters).reduce(
    (text, [name, value]) => (Token.isUnresolved(value) ? text.replace(value, name) : text),
    arn,
  );
}

/**
 * Writes the policy for mails that only claim to be from the domain. It covers every mail of the domain, not only ours, so by
 * default it only requests reports. They go to a mailbox of the domain, as any other domain would have to agree in its own
 * DNS (RFC 7489, 7.1).
 */
function dmarcRecord({ dmarc, from, domain, alarmEmail }: Omit<MailSendingProps, 'hostedZoneId'>): string {
  const reports = alarmEmail?.endsWith(`@${domain}`) ? alarmEmail : from;
  return `v=DMARC1; p=${dmarc}; rua=mailto:${reports}`;
}
