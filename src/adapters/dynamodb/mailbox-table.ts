import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { UNANSWERED_WINDOW_MS } from '../../domain/request-limit.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type MailboxTable = ReturnType<typeof mailboxTable>;

/** A mail sent to a mailbox, and the request that it answers. */
export type MailedRequest = z.output<typeof mailedRequest>;

const MAX_ATTEMPTS = 10;

/** The recent mails per mailbox, in the limits table, under keyed hashes. */
export function mailboxTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Replaces the list of mails with the result of `decide`. @returns `false` if that is `undefined`. */
    async change(counter: string, decide: Decision, now: Date): Promise<boolean> {
      const key = { TableName: tableName, Key: { counter } };
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const { Item } = await documentClient.send(new GetCommand({ ...key, ConsistentRead: true }));
        const row = Item && readRow(mailboxFields, Item, { table: tableName, key: [counter] });
        const mails = await decide(row?.mails ?? []);
        if (mails === undefined) return false;
        const expiresAt = Math.ceil((now.getTime() + UNANSWERED_WINDOW_MS) / 1000);
        const put = new PutCommand({
          TableName: tableName,
          Item: { counter, mails, expiresAt, revision: randomUUID() },
          ConditionExpression: row ? 'revision = :known' : 'attribute_not_exists(revision)',
          ...(row && { ExpressionAttributeValues: { ':known': row.revision } }),
        });
        if (await isWritten(documentClient.send(put))) return true;
      }
      throw new Error(`Table ${tableName}: others changed a mailbox ${MAX_ATTEMPTS} times in a row`);
    },
  };
}

type Decision = (mails: readonly MailedRequest[]) => Promise<readonly MailedRequest[] | undefined>;

const mailedRequest = z.object({ request: z.string(), subscriberId: z.string(), at: z.iso.datetime() });
const mailboxFields = z.object({ mails: z.array(mailedRequest), revision: z.string() });
