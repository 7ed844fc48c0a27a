import { createHmac, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { remember } from '../../domain/remember.ts';
import type { Subscriber, SubscriberId } from '../../domain/subscriber.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type AddressKey = ReturnType<typeof addressKey>;

/** The item of the subscribers table that holds the key. Without it no subscriber can be found by address. */
const itemKey = { id: 'address-key' };

/**
 * Derives names from addresses by a keyed hash, because a plain hash of an address can be reversed by
 * trying addresses. The key is created at first use and read once.
 */
export function addressKey(documentClient: DynamoDBDocumentClient, tableName: string) {
  const key = remember(() => readOrMake(documentClient, tableName));

  async function hashKeyed(text: string): Promise<string> {
    return createHmac('sha256', await key())
      .update(text)
      .digest('base64url')
      .slice(0, NAME_LENGTH);
  }

  const ownName = (email: Subscriber['email']) => hashKeyed(`subscriber\n${email.toLowerCase()}`);

  async function subscriberId(email: Subscriber['email']): Promise<SubscriberId> {
    const name = await ownName(email);
    return (await readHolder(name)) ?? name;
  }

  async function readHolder(name: string): Promise<SubscriberId | undefined> {
    const key = { id: `address#${name}` };
    const { Item } = await documentClient.send(
      new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
    );
    return Item && readRow(holderFields, Item, { table: tableName, key: [key.id] }).holder;
  }

  async function writeHolder(name: string, holder: SubscriberId, condition: Condition = {}): Promise<void> {
    const Item = { id: `address#${name}`, holder };
    await documentClient.send(new PutCommand({ TableName: tableName, Item, ...condition }));
  }

  return {
    /**
     * Returns the id of the subscriber with an address, ignoring case: its keyed hash, unless a subscriber has moved to
     * or from the address.
     */
    subscriberId,

    /** Assigns an address to the subscriber who has moved to it; safe to repeat. */
    give: async (email: Subscriber['email'], id: SubscriberId): Promise<void> => writeHolder(await ownName(email), id),

    /** Frees an address that its subscriber has left: the next subscriber with it gets a new id. Safe to repeat. */
    async free(email: Subscriber['email'], left: SubscriberId): Promise<void> {
      const name = await ownName(email);
      const holder = await readHolder(name);
      if ((holder ?? name) !== left) return;
      const unchanged =
        holder === undefined
          ? { ConditionExpression: 'attribute_not_exists(id)' }
          : { ConditionExpression: 'holder = :left', ExpressionAttributeValues: { ':left': left } };
      await isWritten(
        writeHolder(name, randomBytes(NAME_LENGTH).toString('base64url').slice(0, NAME_LENGTH), unchanged),
      );
    },

    /** Returns the name of a counter of requests from a network, or of mails to an address. */
    counter: async (kind: string, counted: string): Promise<string> =>
      `${kind}#${await hashKeyed(`${kind}\n${counted}`)}`,
  };
}

/** 22 characters of base64url (132 bits), all of which are valid in an SES tag. */
const NAME_LENGTH = 22;

async function readOrMake(client: DynamoDBDocumentClient, tableName: string): Promise<string> {
  const kept = await read(client, tableName);
  if (kept !== undefined) return kept;
  const key = randomBytes(48).toString('base64url');
  try {
    const ConditionExpression = 'attribute_not_exists(id)';
    await client.send(new PutCommand({ TableName: tableName, Item: { ...itemKey, key }, ConditionExpression }));
    return key;
  } catch (error) {
    const quicker = error instanceof ConditionalCheckFailedException && (await read(client, tableName));
    if (quicker) return quicker;
    throw error;
  }
}

async function read(client: DynamoDBDocumentClient, tableName: string): Promise<string | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: itemKey, ConsistentRead: true }));
  return Item && readRow(keyFields, Item, { table: tableName, key: [itemKey.id] }).key;
}

type Condition = Pick<ConstructorParameters<typeof PutCommand>[0], 'ConditionExpression' | 'ExpressionAttributeValues'>;

const holderFields = z.object({ holder: z.string() });
const keyFields = z.object({ key: z.string().min(32) });
