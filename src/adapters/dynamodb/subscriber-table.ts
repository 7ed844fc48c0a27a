import { randomUUID } from 'node:crypto';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { type FormerSchedule, formerSchedule } from '../../domain/change-of-schedule.ts';
import { mayChangeSchedule, TooManyChanges } from '../../domain/schedule-change-limit.ts';
import type { AddressLeft, Subscriber, SubscriberId } from '../../domain/subscriber.ts';
import { forgottenFrom, highestVersion } from '../../domain/subscription.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';
import {
  endOfFormer,
  formerScheduleRow,
  isKept,
  keptFields,
  leftAddressFields,
  leftAddressId,
  reminderHourText,
  subscriberFields,
  subscriberRow,
  type Waiting,
  waitingFields,
  type ZoneHour,
  zoneHoursFields,
  zoneHourText,
} from './subscriber-rows.ts';

export type SubscriberTable = ReturnType<typeof subscriberTable>;

/** The erasure of an earlier subscription of the same address. */
export type Erasure = Pick<z.output<typeof keptFields>, 'erasedAt' | 'erasedVersion'>;

/** A decision on how to change a subscriber. Must be pure, as it runs again if another writer came first. */
export type Decision = (known: Subscriber | undefined, erasure: Erasure) => Subscriber | undefined;

/** The one item that lists every zone-hour in use, so that a tick queries no other. */
const zoneHoursKey = { id: 'zone-hours' };

const MAX_ATTEMPTS = 10;

/** The time that an erasure is remembered (s): longer than any queue keeps a request. */
const SECONDS_TO_KEEP_ERASURE = 30 * 86_400;

/** Subscribers by id; active ones also by the zone-hour of their digest, pending ones by the hour of their reminder. */
export function subscriberTable(documentClient: DynamoDBDocumentClient, tableName: string, now: () => Date) {
  const read = (row: Row) => readRow(subscriberFields, row, { table: tableName, key: [row.id] });

  /** Reads a subscriber unless expired, as DynamoDB may take days to remove an expired item. */
  function unlessForgotten(row: Row | undefined): Subscriber | undefined {
    if (row?.email === undefined) return undefined;
    const subscriber = read(row);
    const from = forgottenFrom(subscriber);
    return from !== undefined && from <= now() ? undefined : subscriber;
  }

  async function get(id: SubscriberId, ConsistentRead = true): Promise<Row | undefined> {
    const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead }));
    return Item;
  }

  function pagesAt(zoneHour: string, startingToken?: PageKey) {
    const query = {
      TableName: tableName,
      IndexName: 'byZoneHour',
      KeyConditionExpression: 'zoneHour = :zoneHour',
      ExpressionAttributeValues: { ':zoneHour': zoneHour },
    };
    return paginateQuery({ client: documentClient, startingToken }, query);
  }

  /**
   * Writes first what the planner must find: the zone-hour and the replaced schedule. After a crash in between, a tick
   * queries an unused hour or finds a schedule twice, but never misses one.
   */
  async function write(subscriber: Subscriber, { known, row }: Known = {}, condition: Condition = {}): Promise<void> {
    const given = formerSchedule(known, subscriber);
    if (given) insistOnFewChanges(subscriber.id, row, given);
    if (isNewAtHour(subscriber, row)) await listZoneHour(documentClient, tableName, subscriber.preferences);
    if (subscriber.status === 'suppressed' || subscriber.status === 'unsubscribed') await bar(subscriber.id);
    const { formerSchedules: earlier, erasedAt, erasedVersion } = keptFields.parse(row ?? {});
    await keepLeftAddress(subscriber, known);
    let formerSchedules = earlier;
    if (given) {
      const former = formerScheduleRow(subscriber, given);
      await documentClient.send(new PutCommand({ TableName: tableName, Item: former }));
      formerSchedules = [...earlier.filter((id) => isKept(id, given.until)), former.id];
    }
    const kept = { revision: randomUUID(), formerSchedules, erasedAt, erasedVersion };
    const Item = { ...subscriberRow(subscriber), ...kept };
    await documentClient.send(new PutCommand({ TableName: tableName, Item, ...condition }));
    if (isConfirmed(subscriber) && !isConfirmed(known)) await removeItem(barId(subscriber.id));
  }

  /** Stores the old address in an item of its own, which expires, and before the move, so that it can always be notified. */
  async function keepLeftAddress(subscriber: Subscriber, known: Subscriber | undefined): Promise<void> {
    const left = subscriber.addressesLeft?.at(-1);
    if (left === undefined || known === undefined || subscriber.email === known.email) return;
    const expiresAt = Math.ceil(Date.parse(left.until) / 1000);
    const Item = { id: leftAddressId(subscriber.id, left), address: known.email, expiresAt };
    await documentClient.send(new PutCommand({ TableName: tableName, Item }));
  }

  /** Bars an address. Outlasts the address itself, as the id is a keyed hash. */
  async function bar(id: SubscriberId): Promise<void> {
    await documentClient.send(new PutCommand({ TableName: tableName, Item: { id: barId(id) } }));
  }

  async function removeItem(id: string): Promise<void> {
    await documentClient.send(new DeleteCommand({ TableName: tableName, Key: { id } }));
  }

  return {
    /** Reads a subscriber with strong consistency, so that nobody is mailed after unsubscribing. */
    async find(id: SubscriberId): Promise<Subscriber | undefined> {
      return unlessForgotten(await get(id));
    },

    /** Reads a subscriber with eventual consistency, at half the price. */
    async glance(id: SubscriberId): Promise<Subscriber | undefined> {
      return unlessForgotten(await get(id, false));
    },

    /** Reads an address that a subscriber left, while the move can be undone. */
    async addressLeft(id: SubscriberId, left: Pick<AddressLeft, 'version'>): Promise<string | undefined> {
      const row = await get(leftAddressId(id, left));
      return row && leftAddressFields.parse(row).address;
    },

    /** Reads the erasure of an earlier subscription of this address, if any. */
    async erasureOf(id: SubscriberId): Promise<Erasure> {
      return keptFields.parse((await get(id)) ?? {});
    },

    /** Checks whether an address unsubscribed or was suppressed and has not confirmed since, even if it has been deleted. */
    async isBarred(id: SubscriberId): Promise<boolean> {
      return (await get(barId(id))) !== undefined;
    },

    /** Overwrites a subscriber. */
    put: (subscriber: Subscriber): Promise<void> => write(subscriber),

    /**
     * Changes or creates a subscriber with optimistic locking: decides again if another change came in between. Writes
     * nothing if `decide` returns `undefined` or its argument unchanged.
     *
     * @returns the decision.
     * @throws TooManyChanges
     */
    async change(id: SubscriberId, decide: Decision): Promise<Subscriber | undefined> {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const row = await get(id);
        const known = unlessForgotten(row);
        const decided = decide(known, keptFields.parse(row ?? {}));
        if (decided === undefined || decided === known) return decided;
        if (await isWritten(write(decided, { known, row }, unchangedSince(row)))) return decided;
      }
      throw new Error(`Table ${tableName}, item ${id}: others changed it ${MAX_ATTEMPTS} times in a row`);
    },

    /**
     * Erases a subscriber; safe to repeat. The keyed hash of the address and the time remain for 30 days, so that a queued
     * request cannot bring the address back; so does the bar on an address that unsubscribed or was suppressed.
     */
    async remove(id: SubscriberId): Promise<void> {
      const row = await get(id);
      const { formerSchedules, erasedVersion } = keptFields.parse(row ?? {});
      for (const former of formerSchedules) await removeItem(former);
      const known = row?.email === undefined ? undefined : read(row);
      for (const left of known?.addressesLeft ?? []) await removeItem(leftAddressId(id, left));
      const version = known === undefined ? erasedVersion : highestVersion(known);
      const erased = { erasedAt: now().toISOString(), erasedVersion: version, revision: randomUUID() };
      const expiresAt = Math.ceil(now().getTime() / 1000) + SECONDS_TO_KEEP_ERASURE;
      await documentClient.send(new PutCommand({ TableName: tableName, Item: { id, ...erased, expiresAt } }));
    },

    /**
     * Lists the candidates for a digest at a zone-hour, active subscribers and recently replaced schedules, in pages of at
     * most 1 MB, starting after `after`. Reads an index, which may lag behind the table.
     */
    async *at(zoneHour: ZoneHour, after?: PageKey): AsyncGenerator<WaitingPage> {
      for await (const { Items = [], LastEvaluatedKey } of pagesAt(zoneHourText(zoneHour), after)) {
        const waiting = Items.map((row) => readRow(waitingFields, row, { table: tableName, key: [row.id] }));
        yield { waiting, last: LastEvaluatedKey };
      }
    },

    /** Lists the pending subscribers to remind at a full hour. */
    async *toRemindAt(hour: Date): AsyncGenerator<Subscriber[]> {
      for await (const { Items = [] } of pagesAt(reminderHourText(hour))) yield Items.map(read);
    },

    /**
     * Removes zone-hours (see `zoneHourText`) at which a run found nobody, in two steps: the first run marks them, a later
     * one removes those still marked. Listing an hour again clears the mark, long before the next run.
     */
    async pruneZoneHours(idle: readonly string[]): Promise<void> {
      for (const text of idle)
        if (!(await isWritten(documentClient.send(removingIdle(tableName, text)))))
          await isWritten(documentClient.send(markingIdle(tableName, text)));
    },

    /** Lists every zone-hour in use, and some that no longer are. */
    async zoneHours(): Promise<ZoneHour[]> {
      const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: zoneHoursKey }));
      const place = { table: tableName, key: [zoneHoursKey.id] };
      return Item ? [...readRow(zoneHoursFields, Item, place).zoneHours] : [];
    },
  };
}

/**
 * Reads every subscriber, by a scan of the whole table: for operators only. Skips addresses to which a subscriber has
 * asked to move.
 */
export async function* everySubscriber(
  client: DynamoDBDocumentClient,
  tableName: string,
  now: Date,
): AsyncGenerator<Subscriber> {
  const pages = paginateScan({ client }, { TableName: tableName, FilterExpression: 'attribute_exists(email)' });
  for await (const { Items = [] } of pages) {
    for (const row of Items) {
      const subscriber = readRow(subscriberFields, row, { table: tableName, key: [row.id] });
      const isOnItsWay = subscriber.movesFrom !== undefined;
      if (!isOnItsWay && (forgottenFrom(subscriber) ?? now) >= now) yield subscriber;
    }
  }
}

/** Checks whether the owner of the address has agreed to get digests there. */
function isConfirmed(subscriber: Subscriber | undefined): boolean {
  return subscriber?.status === 'active' || subscriber?.movesFrom?.isConfirmed === true;
}

type Row = Record<string, unknown>;
/** The subscriber that a write replaces, and the row that it was read from. */
type Known = { readonly known?: Subscriber | undefined; readonly row?: Row | undefined };

/** The end of a page: DynamoDB's LastEvaluatedKey. */
export type PageKey = Record<string, unknown>;
export type WaitingPage = {
  readonly waiting: readonly Waiting[];
  /** Where the next page starts; absent on the last one. */
  readonly last?: PageKey | undefined;
};
type Condition = Pick<ConstructorParameters<typeof PutCommand>[0], 'ConditionExpression' | 'ExpressionAttributeValues'>;

function unchangedSince(row: Row | undefined): Condition {
  if (row === undefined) return { ConditionExpression: 'attribute_not_exists(id)' };
  const { revision } = keptFields.parse(row);
  if (revision === undefined) return { ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(revision)' };
  return { ConditionExpression: 'revision = :known', ExpressionAttributeValues: { ':known': revision } };
}

function insistOnFewChanges(id: SubscriberId, row: Row | undefined, { until }: FormerSchedule): void {
  const changedAt = keptFields.parse(row ?? {}).formerSchedules.map(endOfFormer);
  if (!mayChangeSchedule(changedAt, new Date(until))) throw new TooManyChanges(id);
}

function barId(id: SubscriberId): string {
  return `suppressed#${id}`;
}

/** Checks whether the zone-hour is new. Compares with the stored row, whose zone may be an alias of the one read. */
function isNewAtHour(subscriber: Subscriber, row: Row | undefined): boolean {
  return subscriber.status === 'active' && row?.zoneHour !== zoneHourText(subscriber.preferences);
}

async function listZoneHour(client: DynamoDBDocumentClient, tableName: string, zoneHour: ZoneHour): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: tableName,
      Key: zoneHoursKey,
      UpdateExpression: 'ADD zoneHours :zoneHour DELETE idle :zoneHour',
      ExpressionAttributeValues: { ':zoneHour': new Set([zoneHourText(zoneHour)]) },
    }),
  );
}

function removingIdle(TableName: string, text: string): UpdateCommand {
  return new UpdateCommand({
    TableName,
    Key: zoneHoursKey,
    UpdateExpression: 'DELETE zoneHours :zoneHour, idle :zoneHour',
    ConditionExpression: 'contains(idle, :text)',
    ExpressionAttributeValues: { ':zoneHour': new Set([text]), ':text': text },
  });
}

function markingIdle(TableName: string, text: string): UpdateCommand {
  return new UpdateCommand({
    TableName,
    Key: zoneHoursKey,
    UpdateExpression: 'ADD idle :zoneHour',
    ConditionExpression: 'contains(zoneHours, :text)',
    ExpressionAttributeValues: { ':zoneHour': new Set([text]), ':text': text },
  });
}
