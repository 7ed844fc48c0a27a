import { randomUUID } from 'node:crypto';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Subscriber, SubscriberId } from '../domain/subscriber.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';
import {
  reminderHourText,
  revisionFields,
  subscriberFields,
  subscriberRow,
  type ZoneHour,
  zoneHoursFields,
  zoneHourText,
} from './subscriber-rows.ts';

export type SubscriberTable = ReturnType<typeof subscriberTable>;

/** Decides what becomes of a subscriber. Pure, because it is asked again when somebody else was quicker to write. */
export type Decision = (known: Subscriber | undefined) => Subscriber | undefined;

/** The one item that lists every zone-hour in use, so that a tick asks for no other. */
const zoneHoursKey = { id: 'zone-hours' };

const MAX_ATTEMPTS = 10;

/** Subscribers by id, the active ones by the hour at which their digest goes out, and the pending ones by that of their reminder. */
export function subscriberTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const read = (row: Row) => readRow(subscriberFields, row, { table: tableName, key: [row.id] });

  async function get(id: SubscriberId): Promise<Row | undefined> {
    const { Item } = await documentClient.send(
      new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }

  async function* foundBy(zoneHour: string): AsyncGenerator<Subscriber[]> {
    const query = {
      TableName: tableName,
      IndexName: 'byZoneHour',
      KeyConditionExpression: 'zoneHour = :zoneHour',
      ExpressionAttributeValues: { ':zoneHour': zoneHour },
    };
    for await (const { Items = [] } of paginateQuery({ client: documentClient }, query)) yield Items.map(read);
  }

  /** The zone-hour is listed first: after a crash in between a tick asks for an hour at which nobody waits, and never misses one. */
  async function write(subscriber: Subscriber, known?: Subscriber, condition: Condition = {}): Promise<void> {
    if (isNewAtHour(subscriber, known)) await listZoneHour(documentClient, tableName, subscriber.preferences);
    const Item = { ...subscriberRow(subscriber), revision: randomUUID() };
    await documentClient.send(new PutCommand({ TableName: tableName, Item, ...condition }));
  }

  return {
    /** The subscriber as of now: a read that sees every earlier write, so that nobody is mailed after unsubscribing. */
    async find(id: SubscriberId): Promise<Subscriber | undefined> {
      const row = await get(id);
      return row && read(row);
    },

    /** Writes a subscriber over whatever is there. */
    put: (subscriber: Subscriber): Promise<void> => write(subscriber),

    /**
     * Changes a subscriber as they are at the moment of the write, or makes them: the decision is taken anew when another
     * change came in between. Nothing is written when it gives `undefined`, or the very subscriber that it was given.
     *
     * @returns what the decision gave.
     */
    async change(id: SubscriberId, decide: Decision): Promise<Subscriber | undefined> {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const row = await get(id);
        const known = row && read(row);
        const decided = decide(known);
        if (decided === undefined || decided === known) return decided;
        if (await isWritten(write(decided, known, unchangedSince(row)))) return decided;
      }
      throw new Error(`Table ${tableName}, item ${id}: changed by others ${MAX_ATTEMPTS} times in a row`);
    },

    /** Leaves nothing of a subscriber here; safe to repeat. */
    async remove(id: SubscriberId): Promise<void> {
      await documentClient.send(new DeleteCommand({ TableName: tableName, Key: { id } }));
    },

    /** The active subscribers of a zone-hour, in pages of at most 1 MB; the index may be a moment behind the table. */
    at: (zoneHour: ZoneHour): AsyncGenerator<Subscriber[]> => foundBy(zoneHourText(zoneHour)),

    /** The pending subscribers whose time for a reminder has come since the full hour before this one. */
    toRemindAt: (hour: Date): AsyncGenerator<Subscriber[]> => foundBy(reminderHourText(hour)),

    /** Every zone-hour that some active subscriber has, or once had. */
    async zoneHours(): Promise<ZoneHour[]> {
      const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: zoneHoursKey }));
      const place = { table: tableName, key: [zoneHoursKey.id] };
      return Item ? [...readRow(zoneHoursFields, Item, place).zoneHours] : [];
    },
  };
}

type Row = Record<string, unknown>;
type Condition = Pick<ConstructorParameters<typeof PutCommand>[0], 'ConditionExpression' | 'ExpressionAttributeValues'>;

function unchangedSince(row: Row | undefined): Condition {
  if (row === undefined) return { ConditionExpression: 'attribute_not_exists(id)' };
  const { revision } = revisionFields.parse(row);
  if (revision === undefined) return { ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(revision)' };
  return { ConditionExpression: 'revision = :known', ExpressionAttributeValues: { ':known': revision } };
}

function isNewAtHour(subscriber: Subscriber, known: Subscriber | undefined): boolean {
  if (subscriber.status !== 'active') return false;
  return known?.status !== 'active' || zoneHourText(known.preferences) !== zoneHourText(subscriber.preferences);
}

async function listZoneHour(client: DynamoDBDocumentClient, tableName: string, zoneHour: ZoneHour): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: tableName,
      Key: zoneHoursKey,
      UpdateExpression: 'ADD zoneHours :zoneHour',
      ExpressionAttributeValues: { ':zoneHour': new Set([zoneHourText(zoneHour)]) },
    }),
  );
}
