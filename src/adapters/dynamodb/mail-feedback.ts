import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FeedbackKind, MailEvent, MailFeedback } from '../../domain/feedback.ts';
import { readRow } from './row.ts';

const instant = z.iso.datetime().optional();

/** The attributes that record the SES events of a mail. */
export const feedbackFields = {
  deliveredAt: instant,
  delayedAt: instant,
  transientBounceAt: instant,
  permanentBounceAt: instant,
  onSuppressionListAt: instant,
  complaintAt: instant,
  rejectedAt: instant,
} satisfies Record<FeedbackKind, typeof instant>;

type Recording = {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly kind: FeedbackKind;
  readonly at: string;
  /** Further attributes, written always or only if absent. */
  readonly set?: Values;
  readonly setIfAbsent?: Values;
  /** A further condition. */
  readonly condition?: string;
};
type Values = Readonly<Record<string, string | number>>;

/** Records one event with one conditional write. @returns the whole item, or `undefined` if the event is already recorded. */
export async function recordOnce(
  client: DynamoDBDocumentClient,
  { table, key, kind, at, set, setIfAbsent = {}, condition }: Recording,
): Promise<Record<string, unknown> | undefined> {
  const values = { ...set, ...setIfAbsent, [kind]: at };
  const names = Object.keys(values);
  const written = names.map(
    (name) => `#${name} = ${name in setIfAbsent ? `if_not_exists(#${name}, :${name})` : `:${name}`}`,
  );
  try {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: `SET ${written.join()}`,
        ConditionExpression: [`attribute_not_exists(#${kind})`, ...(condition ? [condition] : [])].join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [`:${name}`, value]),
        ),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

export type NoticeFeedback = ReturnType<typeof noticeFeedback>;

/** The time that feedback on a notice is kept (s): longer than SES publishes events about a mail. */
const SECONDS_ON_RECORD = 30 * 86_400;

/** Feedback on notices, kept in the limits table without addresses, so that each mail is counted once. */
export function noticeFeedback(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Records an event. @returns everything on record about the mail, or `undefined` if the event is already recorded. */
    async record({ kind, at, mail }: MailEvent): Promise<MailFeedback | undefined> {
      const key = { counter: `notice#${mail.messageId}` };
      const set = { expiresAt: Math.floor(Date.parse(at) / 1000) + SECONDS_ON_RECORD };
      const item = await recordOnce(documentClient, { table: tableName, key, kind, at, set });
      return item && readRow(noticeFields, item, { table: tableName, key: [key.counter] });
    },
  };
}

const noticeFields = z.object(feedbackFields);
