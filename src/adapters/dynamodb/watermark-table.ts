import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { GAP_MS, type Progress, type Watermark } from '../../domain/watermark.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type WatermarkTable = ReturnType<typeof watermarkTable>;

/** The item of the limits table that says how far feedback has been applied. */
const key = { counter: 'feedback' };

/** How often a function writes that it keeps up (ms): much shorter than the gap that makes feedback unsteady. */
const MS_BETWEEN_WRITES = 10_000;

/** The watermark of feedback. */
export function watermarkTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  let written = { at: Number.NEGATIVE_INFINITY, isBehind: false };

  async function write({ heardThrough }: Progress, now: Date, change: Change): Promise<boolean> {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: key,
      UpdateExpression: `SET heardThrough = :heardThrough, heardAt = :now${change.isReset ? ', steadySince = :now' : ''}`,
      ExpressionAttributeValues: {
        ':heardThrough': heardThrough,
        ':now': now.toISOString(),
        ...(!change.isReset && { ':gap': new Date(now.getTime() - GAP_MS).toISOString() }),
      },
      ...(!change.isReset && { ConditionExpression: 'heardAt >= :gap' }),
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

    /** Raises the watermark after events were applied; every ten seconds at most, unless feedback has just fallen behind or caught up. */
    async raise(progress: Progress, now: Date): Promise<void> {
      const isKnown = progress.isBehind === written.isBehind && now.getTime() - written.at < MS_BETWEEN_WRITES;
      if (isKnown) return;
      const isSteady = !progress.isBehind && (await write(progress, now, { isReset: false }));
      if (!isSteady) await write(progress, now, { isReset: true });
      written = { at: now.getTime(), isBehind: progress.isBehind };
    },
  };
}

type Change = { readonly isReset: boolean };

const watermarkFields = z.object({ heardThrough: z.iso.datetime(), steadySince: z.iso.datetime() });
