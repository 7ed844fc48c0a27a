import { CfnOutput, DefaultStackSynthesizer, RemovalPolicies, Stack, Tags } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Settings } from '../src/settings/settings.ts';
import { Completeness } from './completeness.ts';
import { DatasetSeeding } from './dataset-seeding.ts';
import { DigestDelivery } from './digest-delivery.ts';
import { DigestPlanning } from './digest-planning.ts';
import { Feedback } from './feedback.ts';
import { LinkKeys } from './link-keys.ts';
import { MailSending } from './mail-sending.ts';
import { Notices } from './notices.ts';
import { PublicApi } from './public-api.ts';

import { Site } from './site.ts';
import { Tables } from './tables.ts';
import { Watch } from './watch.ts';

/** The settings, and the output folder of `bundle`, with one folder per function. */
export type AnniversaryStackProps = Settings & { readonly bundles: string };

/** Resource types to leave untagged: their tags are so new that other tools reject them. */
const UNTAGGED = ['AWS::CloudWatch::Dashboard'];

/**
 * All of Jubilee in one account and region. READ FIRST: every line is one construct with a file of its own, in the order
 * of a digest's path.
 */
export class AnniversaryStack extends Stack {
  constructor(scope: Construct, { bundles, bootstrapVersionRule, ...settings }: AnniversaryStackProps) {
    super(scope, settings.stackName, {
      description: 'Jubilee tells people in time that a diplomatic anniversary is coming.',
      ...(settings.region && { env: { region: settings.region } }),
      terminationProtection: settings.stage === 'prod',
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: bootstrapVersionRule }),
    });

    const tables = new Tables(this, 'Tables');
    const seeding = new DatasetSeeding(this, 'DatasetSeeding', { bundles, tables });

    const mailSending = new MailSending(this, 'MailSending', settings);
    const linkKeys = new LinkKeys(this, 'LinkKeys', { bundles });
    const site = new Site(this, 'Site', { ...settings, keys: linkKeys });
    const mailing = { bundles, tables, mailSending, linkKeys, siteUrl: site.url, senders: settings.senders };
    const notices = new Notices(this, 'Notices', mailing);
    const feedback = new Feedback(this, 'Feedback', { bundles, tables, mailSending, listeners: settings.senders });
    const delivery = new DigestDelivery(this, 'DigestDelivery', { ...mailing, seeding, feedback });
    const planning = new DigestPlanning(this, 'DigestPlanning', {
      bundles,
      tables,
      queue: delivery.queue,
      notices,
      seeding,
    });
    new Completeness(this, 'Completeness', { bundles, tables, seeding });
    new PublicApi(this, 'PublicApi', {
      bundles,
      tables,
      seeding,
      site,
      notices,
      linkKeys,
    });
    this.failBeforeTables(tables, [mailSending, site.edge]);
    const watch = new Watch(this, 'Watch', { alarmEmail: settings.alarmEmail, digests: delivery.queue });

    if (settings.stage === 'dev') this.leaveNothingBehind();
    for (const [key, value] of Object.entries({ Project: 'Jubilee', Stage: settings.stage })) {
      Tags.of(this).add(key, value, { excludeResourceTypes: UNTAGGED });
    }
    this.tell({
      Stage: settings.stage,
      FromAddress: settings.from,
      Identity: mailSending.identity,
      Senders: String(settings.senders),
      SiteUrl: site.url,
      ConfigurationSet: mailSending.configurationSetName,
      RelationsTable: tables.relations.tableName,
      SubscribersTable: tables.subscribers.tableName,
      DeliveriesTable: tables.deliveries.tableName,
      RunsTable: tables.runs.tableName,
      DigestPlanner: planning.planner.functionName,
      LimitsTable: tables.limits.tableName,
      DigestQueueUrl: delivery.queue.queueUrl,
      NoticeQueueUrl: notices.queue.queueUrl,
      LinkKeysParameter: linkKeys.parameterName,
      AlarmTopic: watch.topic.topicArn,
    });
  }

  /** Creates resources that may already exist before the tables: a first deployment that fails later would leave its tables behind. */
  private failBeforeTables(tables: Tables, claims: readonly (Construct | undefined)[]): void {
    for (const claim of claims) if (claim) tables.node.addDependency(claim);
  }

  /** Makes a dev stack removable with all its data. */
  private leaveNothingBehind(): void {
    RemovalPolicies.of(this).destroy();
    for (const part of this.node.findAll()) if (part instanceof CfnTable) part.deletionProtectionEnabled = false;
  }

  /** Adds the outputs that `cdk deploy` prints and that operators' tools look up by name. */
  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
