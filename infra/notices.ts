import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { LinkKeys } from './link-keys.ts';
import type { MailSending } from './mail-sending.ts';
import { ownMetric } from './own-metric.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { WorkQueue } from './work-queue.ts';

export type NoticesProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly mailSending: MailSending;
  readonly linkKeys: LinkKeys;
  readonly siteUrl: string;
};

/** A notice waits at most half a minute for its slot among the digests. Ten attempts then take an hour: longer than the lease of a notice. */
const SENDER_TIMEOUT = Duration.minutes(1);
/** The retention of requests: no longer than a weekend, as they contain addresses; after that people ask again. */
const KEPT_FOR = Duration.days(4);
/** The minimum that SQS allows, twenty notices at a time, which is more than enough. */
const SENDERS = 2;

/** The path of notices from the request to SES: the queue, its dead letters, the sender and the alarms. */
export class Notices extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, props: NoticesProps) {
    super(scope, id);
    this.queue = new WorkQueue(this, 'Queue', {
      workTimeout: SENDER_TIMEOUT,
      harm: 'Confirmation mails, links or goodbyes could not be sent: people who asked for them wait in vain.',
      runbook: 'Notices not sent',
      keptFor: KEPT_FOR,
    });
    this.queue.feed(this.sender(props), { batchSize: 10, maxConcurrency: SENDERS });
    this.alarmOfRefusals();
  }

  permitToAsk(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] });
  }

  private sender({ bundles, tables, mailSending, linkKeys, siteUrl }: NoticesProps): ProductFunction {
    const sender = new ProductFunction(this, 'Sender', {
      bundles,
      name: 'notice-sender',
      memorySize: 1024,
      timeout: SENDER_TIMEOUT,
      environment: {
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        LIMITS_TABLE: tables.limits.tableName,
        RUNS_TABLE: tables.runs.tableName,
        NOTICE_QUEUE_URL: this.queue.queueUrl,
        FROM_ADDRESS: mailSending.from,
        CONFIGURATION_SET: mailSending.configurationSetName,
        SITE_URL: siteUrl,
        LINK_KEYS_PARAMETER: linkKeys.parameterName,
      },
    });
    tables.subscribers.permit(sender, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem');
    tables.limits.permit(sender, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    tables.runs.permit(sender, 'dynamodb:PutItem');
    mailSending.permit(sender.role);
    linkKeys.permit(sender);
    return sender;
  }

  /** Creates the alarm on refused requests: the overall limit is far above normal use, so reaching it means a flood. */
  private alarmOfRefusals(): void {
    new HarmAlarm(this, 'Refused', {
      harm: 'More subscriptions are requested than are served: somebody floods the form, and genuine requests get no mail.',
      runbook: 'Confirmations refused',
      metric: ownMetric(this, {
        of: 'notice-sender',
        name: metricNames.confirmationsRefused,
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }
}
