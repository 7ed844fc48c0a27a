import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Subscriber, SubscriberId } from '../domain/subscriber.ts';
import { readRow } from './row.ts';
import { subscriberFields, subscriberRow, type ZoneHour, zoneHoursFields, zoneHourText } from './subscriber-rows.ts';

export type SubscriberTable = ReturnType<typeof subscriberTable>;

/** The one item that lists every zone-hour in use, so that a tick asks for no other. */
const zoneHoursKey = { id: 'zone-hours' };

/** Subscribers by id, and the active ones by the hour at which their digest goes out. */
export function subscriberTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const read = (row: Record<string, unknown>) => readRow(subscriberFields, row, { table: tableName, key: [row.id] });

  return {
    /** The subscriber as of now: a read that sees every earlier write, so that nobody is mailed after unsubscribing. */
    async find(id: SubscriberId): Promise<Subscriber | undefined> {
      const { Item } = await documentClient.send(
        new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead: true }),
      );
      return Item && read(Item);
    },

    /**
     * Writes a subscriber over whatever is there. The zone-hour is listed first: after a crash in between a tick
     * asks for an hour at which nobody waits, and never misses one.
     */
    async put(subscriber: Subscriber): Promise<void> {
      if (subscriber.status === 'active') await listZoneHour(documentClient, tableName, subscriber.preferences);
      await documentClient.send(new PutCommand({ TableName: tableName, Item: subscriberRow(subscriber) }));
    },

    /** The active subscribers of a zone-hour, in pages of at most 1 MB; the index may be a moment behind the table. */
    async *at(zoneHour: ZoneHour): AsyncGenerator<Subscriber[]> {
      const query = {
        TableName: tableName,
        IndexName: 'byZoneHour',
        KeyConditionExpression: 'zoneHour = :zoneHour',
        ExpressionAttributeValues: { ':zoneHour': zoneHourText(zoneHour) },
      };
      for await (const { Items = [] } of paginateQuery({ client: documentClient }, query)) yield Items.map(read);
    },

    /** Every zone-hour that some active subscriber has, or once had. */
    async zoneHours(): Promise<ZoneHour[]> {
      const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: zoneHoursKey }));
      const place = { table: tableName, key: [zoneHoursKey.id] };
      return Item ? [...readRow(zoneHoursFields, Item, place).zoneHours] : [];
    },
  };
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
