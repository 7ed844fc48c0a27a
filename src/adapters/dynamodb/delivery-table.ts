import { randomUUID } from 'node:crypto';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CalendarDate, FIRST_DAY } from '../../domain/calendar-date.ts';
import {
  type DeliveryKey,
  deliveryStatuses,
  LEASE_MS,
  type LeasableDigest,
  type LeaseOutcome,
  RELEASED,
} from '../../domain/delivery.ts';
import type { MailEvent } from '../../domain/feedback.ts';
import type { SubscriberId } from '../../domain/subscriber.ts';
import { readBatches } from './batch-read.ts';
import { writeBatches } from './batch-write.ts';
import { isWritten } from './conditional-write.ts';
import { feedbackFields, recordOnce } from './mail-feedback.ts';
import { day, readRow } from './row.ts';

export type DeliveryTable = ReturnType<typeof deliveryTable>;

/** The record of one digest to one subscriber. */
export type Delivery = z.infer<typeof deliveryFields>;

/** The days that a delivery stays on record: long enough for questions a year later. */
const DAYS_ON_RECORD = 400;

/**
 * The record of deliveries, by which senders agree who sends. Every change is one conditional write. `sent` and
 * `failed` are final, except that a mail accepted by SES is `sent` whatever another sender recorded.
 */
export function deliveryTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const read = (row: Row) => readRow(deliveryFields, row, { table: tableName, key: [row.subscriberId, row.on] });

  const update = async (key: DeliveryKey, change: Change) => {
    await isWritten(documentClient.send(new UpdateCommand({ TableName: tableName, ...conditionally(key, change) })));
  };

  async function get({ subscriberId, on }: DeliveryKey, ConsistentRead: boolean): Promise<Delivery | undefined> {
    const { Item } = await documentClient.send(
      new GetCommand({ TableName: tableName, Key: { subscriberId, on }, ConsistentRead }),
    );
    return Item && read(Item);
  }
  const find = (key: DeliveryKey) => get(key, true);

  async function readRows(subscriberId: SubscriberId, from: CalendarDate = FIRST_DAY): Promise<Row[]> {
    const query = {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'subscriberId = :id AND #on >= :from',
      ExpressionAttributeNames: { '#on': 'on' },
      ExpressionAttributeValues: { ':id': subscriberId, ':from': from },
    };
    const rows: Row[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documentClient }, query)) rows.push(...Items);
    return rows;
  }

  return {
    find,

    /** Reads a delivery with eventual consistency, at half the price. */
    glance: (key: DeliveryKey) => get(key, false),

    /** Reads many distinct deliveries, in no order; eventually consistent. */
    async findAll(keys: readonly DeliveryKey[]): Promise<Delivery[]> {
      const named = keys.map(({ subscriberId, on }) => ({ subscriberId, on }));
      return (await readBatches({ documentClient, tableName }, named)).map(read);
    },

    /** Lists the deliveries of a subscriber, optionally from a date on; oldest first. */
    async ofSubscriber(id: SubscriberId, from?: CalendarDate): Promise<Delivery[]> {
      return (await readRows(id, from)).map(read);
    },

    /** Erases all deliveries of a subscriber; safe to repeat. */
    async eraseOf(id: SubscriberId): Promise<void> {
      const requests = (await readRows(id)).map(({ on }) => ({ DeleteRequest: { Key: { subscriberId: id, on } } }));
      await writeBatches({ documentClient, tableName }, requests);
    },

    /**
     * Acquires the lease on a delivery: exactly one of several senders gets `acquired`. The lease is free if it was never
     * taken, was released, or ended by `settledThrough`. If the id of the attempt is on record, our first write succeeded
     * and its response was lost (SDK retry).
     */
    async acquire(planned: LeasableDigest, now: Date, settledThrough = RELEASED): Promise<LeaseOutcome> {
      const claimId = randomUUID();
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...leasedRow(planned, now), claimId },
        ConditionExpression:
          'attribute_not_exists(subscriberId) OR (#status IN (:claimed, :unconfirmed) AND leaseEnds <= :settledThrough)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':claimed': 'claimed',
          ':unconfirmed': 'unconfirmed',
          ':settledThrough': settledThrough.toISOString(),
        },
      });
      if (await isWritten(documentClient.send(put))) return 'acquired';
      const found = await find(planned);
      if (found?.claimId === claimId) return 'acquired';
      if (found?.status === 'sent' || found?.status === 'failed') return found.status;
      return found && new Date(found.leaseEnds) <= now ? 'unsettled' : 'held';
    },

    /** Records that SES accepted the mail. Keeps the first message id; safe to repeat at any time. */
    async recordSent(key: DeliveryKey, { messageId, at }: { readonly messageId: string; readonly at: Date }) {
      await update(key, {
        set: { status: 'sent', messageId, settledAt: at.toISOString() },
        unless: ['sent'],
      });
    },

    /** Records that SES refused the mail for good. */
    async recordFailed(key: DeliveryKey, { reason, at }: { readonly reason: string; readonly at: Date }) {
      await update(key, {
        set: { status: 'failed', reason, settledAt: at.toISOString() },
        unless: ['sent', 'failed'],
      });
    },

    /**
     * Records an SES event of the mail once. Any event means that SES accepted the mail, except Reject: then the delivery
     * has failed, whatever else SES publishes.
     *
     * @returns the whole record; `undefined` if the event is already recorded, or the delivery is no longer on record.
     */
    async recordFeedback(key: DeliveryKey, { kind, at, mail }: MailEvent): Promise<Delivery | undefined> {
      const { subscriberId, on } = key;
      const isRejected = kind === 'rejectedAt';
      const row = await recordOnce(documentClient, {
        table: tableName,
        key: { subscriberId, on },
        kind,
        at,
        set: isRejected ? { status: 'failed', reason: 'SES found a virus' } : { status: 'sent' },
        setIfAbsent: { messageId: mail.messageId, settledAt: mail.acceptedAt },
        condition: 'attribute_exists(subscriberId) AND attribute_not_exists(rejectedAt)',
      });
      return row && read(row);
    },

    /**
     * Releases the lease taken at `claimedAt`, because SES certainly did not accept the mail: the next attempt may
     * acquire it at once. Does not touch a lease that another sender has taken meanwhile.
     */
    async release(key: DeliveryKey, claimedAt: Date) {
      await update(key, {
        set: { leaseEnds: RELEASED.toISOString() },
        unless: ['sent', 'failed', 'unconfirmed'],
        claimedAt,
      });
    },

    /** Records that the response of SES was lost: the lease holds until an SES event settles it, or feedback catches up without one. */
    async markUnconfirmed(key: DeliveryKey, claimedAt: Date) {
      await update(key, { set: { status: 'unconfirmed' }, unless: ['sent', 'failed'], claimedAt });
    },
  };
}

type Row = Record<string, unknown>;

type Change = {
  readonly set: Readonly<Record<string, string>>;
  readonly unless: readonly Delivery['status'][];
  /** Restricts the change to the lease taken at this instant. */
  readonly claimedAt?: Date;
};

/** Builds the conditional update of a recorded delivery. */
function conditionally(key: DeliveryKey, change: Change) {
  const names = Object.keys(change.set);
  const statuses = change.unless.map((status, index): [string, string] => [`:not${index}`, status]);
  const conditions = [
    'attribute_exists(subscriberId)',
    'attribute_not_exists(rejectedAt)',
    `NOT (#status IN (${statuses.map(([name]) => name).join()}))`,
    ...(change.claimedAt ? ['claimedAt = :claimedAt'] : []),
  ];
  return {
    Key: { subscriberId: key.subscriberId, on: key.on },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join()}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(['status', ...names].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(statuses),
      ...Object.fromEntries(names.map((name) => [`:${name}`, change.set[name]])),
      ...(change.claimedAt && { ':claimedAt': change.claimedAt.toISOString() }),
    },
  };
}

function leasedRow({ subscriberId, on, coverage, changeSpan }: LeasableDigest, now: Date) {
  return {
    subscriberId,
    on,
    coverage,
    ...(changeSpan && { changesThrough: changeSpan.through }),
    status: 'claimed',
    claimedAt: now.toISOString(),
    leaseEnds: new Date(now.getTime() + LEASE_MS).toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + DAYS_ON_RECORD * 86_400,
  };
}

const deliveryFields = z.object({
  ...feedbackFields,
  subscriberId: z.string(),
  on: day,
  coverage: z.object({ from: day, through: day }),
  /** The last day whose data changes it announced. */
  changesThrough: day.optional(),
  status: z.enum(deliveryStatuses),
  claimedAt: z.iso.datetime(),
  leaseEnds: z.iso.datetime(),
  /** Identifies the attempt that acquired the lease. */
  claimId: z.string().optional(),
  /** When the delivery became `sent` or `failed`. */
  settledAt: z.iso.datetime().optional(),
  /** The message id assigned by SES. */
  messageId: z.string().optional(),
  /** Why SES refused the mail. */
  reason: z.string().optional(),
  /** When DynamoDB may remove the record (Unix time in seconds). */
  expiresAt: z.int(),
});
