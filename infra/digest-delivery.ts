import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DatasetSeeding } from './dataset-seeding.ts';
import type { Feedback } from './feedback.ts';
import type { LinkKeys } from './link-keys.ts';
import type { MailSending } from './mail-sending.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { WorkQueue } from './work-queue.ts';

export type DigestDeliveryProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly seeding: DatasetSeeding;
  readonly mailSending: MailSending;
  readonly linkKeys: LinkKeys;
  readonly feedback: Feedback;
  readonly siteUrl: string;
  /** The number of concurrent senders, each with a batch. A new account runs ten functions at once: two leave room for pages. */
  readonly senders: number;
};

/**
 * The time-out of the sender, in which mails wait for their slots (`longestWaitMs`). If a sender is killed, its messages are
 * hidden for six time-outs, half an hour: by then their leases of a quarter of an hour have ended, and feedback has usually
 * caught up.
 */
const SENDER_TIMEOUT = Duration.minutes(5);

/**
 * A mail takes about 7 ms of CPU, and 512 MB give 0.29 of a processor: at most 40 mails a second per sender. As a batch ends
 * with its slowest response, keeping the pace takes one sender per 20 mails a second of SES's rate (`bench/sending`). Memory
 * is billed while mails wait for their slots: at the 14 a second that SES first grants, more memory or more senders would
 * only wait longer.
 */
const BATCH = { batchSize: 50, maxBatchingWindow: Duration.seconds(1) };

/**
 * Everything between the planner and SES: the queue of digests, its dead letters and their alarm, and the sender. Digests
 * beyond today's quota stay in the queue for three to five hours at a time, so that ten attempts take 27 to 45 hours
 * (`carryOverMs`): longer than the 24 after which SES's quota is free again, and less than the four days that the queue
 * keeps a message.
 */
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
    this.queue.feed(this.sender(props), { ...BATCH, maxConcurrency: props.senders });
  }

  private sender({
    bundles,
    tables,
    seeding,
    mailSending,
    linkKeys,
    feedback,
    siteUrl,
  }: DigestDeliveryProps): ProductFunction {
    const sender = new ProductFunction(this, 'Sender', {
      bundles,
      name: 'digest-sender',
      failing: {
        harm: 'The digest sender keeps failing: digests come late or not at all.',
        runbook: 'Digest sender fails',
      },
      memorySize: 512,
      timeout: SENDER_TIMEOUT,
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DELIVERIES_TABLE: tables.deliveries.tableName,
        LIMITS_TABLE: tables.limits.tableName,
        DIGEST_QUEUE_URL: this.queue.queueUrl,
        FEEDBACK_DEAD_LETTERS_URL: feedback.deadLetters.queueUrl,
        FROM_ADDRESS: mailSending.from,
        CONFIGURATION_SET: mailSending.configurationSetName,
        SITE_URL: siteUrl,
        LINK_KEYS_PARAMETER: linkKeys.parameterName,
      },
    });
    tables.subscribers.permit(sender, 'dynamodb:GetItem');
    seeding.permitReading(sender);
    tables.deliveries.permit(sender, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    tables.limits.permit(sender, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    feedback.deadLetters.grant(sender, 'sqs:GetQueueAttributes');
    mailSending.permit(sender.role);
    linkKeys.permit(sender);
    return sender;
  }
}
