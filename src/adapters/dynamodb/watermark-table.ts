import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { GAP_MS, type Progress, type Watermark } from '../../domain/watermark.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type WatermarkTable = ReturnType<typeof watermarkTable>;

/** The item of the limits table that holds the watermark. */
const key = { counter: 'feedback' };

/** The interval (ms) at which a function writes that it keeps up: much shorter than the gap that makes feedback unsteady. */
const MS_BETWEEN_WRITES = 10_000;

/** The watermark of feedback, shared by all invocations. */
export function watermarkTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  let written = { at: Number.NEGATIVE_INFINITY, isBehind: false };

  /** Writes one change. Without `isNewest`, for a late event of an earlier mail, keeps `heardThrough`. */
  async function write(heardThrough: string, now: Date, { isReset, isNewest }: Change): Promise<boolean> {
    const sets = [
      'heardAt = :now',
      ...(isNewest ? ['heardThrough = :heard'] : []),
      ...(isReset ? ['steadySince = :now'] : []),
    ];
    const conditions = [
      ...(isNewest ? ['(attribute_not_exists(heardThrough) OR heardThrough <= :heard)'] : []),
      ...(isReset ? [] : ['heardAt >= :gap']),
    ];
    const command = new UpdateCommand({
      TableName: tableName,
      Key: key,
      UpdateExpression: `SET ${sets.join()}`,
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
      ExpressionAttributeValues: {
        ':now': now.toISOString(),
        ...(isNewest && { ':heard': heardThrough }),
        ...(!isReset && { ':gap': new Date(now.getTime() - GAP_MS).toISOString() }),
      },
    });
    return isWritten(documentClient.send(command));
  }

  return {
    async read(): Promise<Watermark | undefined> {
      const { Item } = await documentClient.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      return Item && readRow(watermarkFields, Item, { table: tableName, key: [key.counter] });
    },

    /** Raises the watermark after events were applied: every ten seconds at most, or at once when feedback falls behind or catches up. */
    async raise(progress: Progress, now: Date): Promise<void> {
      const isKnown = progress.isBehind === written.isBehind && now.getTime() - written.at < MS_BETWEEN_WRITES;
      if (isKnown) return;
      for (const change of progress.isBehind ? resets : changes)
        if (await write(progress.heardThrough, now, change)) break;
      written = { at: now.getTime(), isBehind: progress.isBehind };
    },
  };
}

type Change = { readonly isReset: boolean; readonly isNewest: boolean };

const resets: readonly Change[] = [
  { isReset: true, isNewest: true },
  { isReset: true, isNewest: false },
];
/** The changes in the order of attempts, of which the first with a true condition is made. */
const changes: readonly Change[] = [{ isReset: false, isNewest: true }, { isReset: false, isNewest: false }, ...resets];

const watermarkFields = z.object({ heardThrough: z.iso.datetime(), steadySince: z.iso.datetime() });
