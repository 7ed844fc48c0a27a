import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FeedbackKind } from '../../domain/feedback.ts';

const instant = z.iso.datetime().optional();

/** The fields in which the item of a mail records what SES told of it. */
export const feedbackFields = {
  deliveredAt: instant,
  delayedAt: instant,
  transientBounceAt: instant,
  permanentBounceAt: instant,
  complaintAt: instant,
  rejectedAt: instant,
} satisfies Record<FeedbackKind, typeof instant>;

type Recording = {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly kind: FeedbackKind;
  readonly at: string;
  /** What else is written with it, and what only where nothing is yet. */
  readonly set?: Values;
  readonly setIfAbsent?: Values;
  /** What must hold as well. */
  readonly condition?: string;
};
type Values = Readonly<Record<string, string | number>>;

/** Records one piece of feedback by one conditional write; gives the whole item, or `undefined` when that is no news. */
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
