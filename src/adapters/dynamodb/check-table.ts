import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DayCheck } from '../../domain/day-check.ts';
import { isWritten } from './conditional-write.ts';
import { day, instant, jsonText, readRow } from './row.ts';

export type CheckTable = ReturnType<typeof checkTable>;

/** A finished check. */
export type CheckRecord = DayCheck & { readonly doneAt: Date };

/** The item that coordinates checks, with the last checked tick. It is stored beside the planner's. */
const headKey = { kind: 'head', at: 'checking' };

/** The days that a check stays on record. */
const DAYS_ON_RECORD = 400;

/** The ledger of checks. Each begins where the previous one ended, so that every local day is checked once. */
export function checkTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const putHead = (checkedThrough: Date, condition: Condition = {}) =>
    new PutCommand({
      TableName: tableName,
      Item: { ...headKey, checkedThrough: checkedThrough.toISOString() },
      ...condition,
    });

  return {
    async checkedThrough(): Promise<Date | undefined> {
      const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: headKey }));
      return Item && readRow(headFields, Item, { table: tableName, key: Object.values(headKey) }).checkedThrough;
    },

    /** Records a check. Repeated after a crash, it replaces its first attempt, which began at the same tick. */
    async record({ after, ...check }: DayCheck, doneAt: Date): Promise<void> {
      const Item = {
        kind: 'check',
        at: after.toISOString(),
        check: JSON.stringify(check),
        doneAt: doneAt.toISOString(),
        expiresAt: Math.floor(doneAt.getTime() / 1000) + DAYS_ON_RECORD * 86_400,
      };
      await documentClient.send(new PutCommand({ TableName: tableName, Item }));
    },

    /** Marks the ticks of a check as checked; `false` if another check has advanced further. */
    advance: ({ after, through }: Pick<DayCheck, 'after' | 'through'>): Promise<boolean> =>
      isWritten(
        documentClient.send(
          putHead(through, {
            ConditionExpression: 'attribute_not_exists(kind) OR checkedThrough <= :after',
            ExpressionAttributeValues: { ':after': after.toISOString() },
          }),
        ),
      ),

    /** Restarts checking after `tick`, whatever has been checked before. */
    async beginAfter(tick: Date): Promise<void> {
      await documentClient.send(putHead(tick));
    },

    /** Lists the latest checks that covered a day, newest first. */
    async latest(most: number): Promise<CheckRecord[]> {
      const { Items = [] } = await documentClient.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'kind = :check',
          ExpressionAttributeValues: { ':check': 'check' },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      return Items.map((row) => readRow(recordFields, row, { table: tableName, key: [row.kind, row.at] }));
    },
  };
}

type Condition = Pick<ConstructorParameters<typeof PutCommand>[0], 'ConditionExpression' | 'ExpressionAttributeValues'>;

const headFields = z.object({ checkedThrough: instant });

const checkFields = z.object({
  through: instant,
  days: z.array(day),
  counts: z.object({ due: z.int(), sent: z.int(), failed: z.int(), missing: z.int(), unjudged: z.int() }),
  missing: z.array(z.string()),
});

const recordFields = z
  .object({ at: instant, check: jsonText(checkFields), doneAt: instant })
  .transform(({ at, check, doneAt }): CheckRecord => ({ after: at, ...check, doneAt }));
