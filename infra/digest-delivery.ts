import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LinkKeys } from './link-keys.ts';
import type { MailSending } from './mail-sending.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { WorkQueue } from './work-queue.ts';

export type DigestDeliveryProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly mailSending: MailSending;
  readonly linkKeys: LinkKeys;
  readonly siteUrl: string;
};

/** Ten attempts are an hour then: longer than the lease of a delivery, so that one whose sender died is taken up again. */
const SENDER_TIMEOUT = Duration.minutes(1);

/** Two senders, one mail after another, stay near the 14 mails a second that SES first grants outside its sandbox. */
const SENDERS = 2;

/** Everything between the planner and SES: the queue of digests, its dead letters and their alarm, and the sender. */
export class DigestDelivery extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, props: DigestDeliveryProps) {
    super(scope, id);
    this.queue = new WorkQueue(this, 'Queue', {
      workTimeout: SENDER_TIMEOUT,
      harm: 'Digests could not be sent: their subscribers wait for them until they are put back into the queue.',
      runbook: 'Digests not sent',
      standstill: {
        harm: 'Digests wait and none has gone out for an hour: their subscribers do not get them.',
        runbook: 'Digests stand still',
      },
    });
    this.queue.feed(this.sender(props), { batchSize: 10, maxConcurrency: SENDERS });
  }

  private sender({ bundles, tables, mailSending, linkKeys, siteUrl }: DigestDeliveryProps): ProductFunction {
    const sender = new ProductFunction(this, 'Sender', {
      bundles,
      name: 'digest-sender',
      failing: {
        harm: 'The sender of digests breaks down again and again: digests come late or not at all.',
        runbook: 'Digest sender fails',
      },
      memorySize: 1024,
      timeout: SENDER_TIMEOUT,
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DELIVERIES_TABLE: tables.deliveries.tableName,
        LIMITS_TABLE: tables.limits.tableName,
        FROM_ADDRESS: mailSending.from,
        CONFIGURATION_SET: mailSending.configurationSet.configurationSetName,
        SITE_URL: siteUrl,
        LINK_KEYS_SECRET: linkKeys.secretArn,
      },
    });
    tables.subscribers.permit(sender, 'dynamodb:GetItem');
    tables.relations.permit(sender, 'dynamodb:Query');
    tables.relations.permitQueryOf('byDay', sender);
    tables.deliveries.permit(sender, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    tables.limits.permit(sender, 'dynamodb:GetItem');
    mailSending.permit(sender.role);
    linkKeys.permit(sender);
    return sender;
  }
}
