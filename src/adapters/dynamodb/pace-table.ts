import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type PaceTable = ReturnType<typeof paceTable>;

/** The item of the limits table that all senders share: the instant (ms) up to which slots are reserved. */
const key = { counter: 'pace' };

/** Attempts per way of reserving: between two, the pace may have become free, or ceased to be. */
const MAX_ATTEMPTS = 3;

/** The shared pace of all senders: each reserves a stretch of time in which nobody else sends. */
export function paceTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  /** While many mails wait, the next stretch is free only later: try first what worked last time. */
  let isBusy = false;

  /** The first instant after what is reserved already, or after now: an expression knows no maximum, so there are two. */
  async function reserveFirst({ ms, now, latest }: SlotRequest): Promise<number | undefined> {
    return isBusy
      ? update({
          UpdateExpression: 'SET nextFreeAt = nextFreeAt + :ms',
          ConditionExpression: 'nextFreeAt > :now AND nextFreeAt <= :latest',
          ExpressionAttributeValues: { ':ms': ms, ':now': now, ':latest': latest },
        })
      : update({
          UpdateExpression: 'SET nextFreeAt = :end',
          ConditionExpression: 'attribute_not_exists(nextFreeAt) OR nextFreeAt <= :now',
          ExpressionAttributeValues: { ':end': now + ms, ':now': now },
        });
  }

  async function update(change: Change): Promise<number | undefined> {
    const command = new UpdateCommand({ TableName: tableName, Key: key, ReturnValues: 'ALL_NEW', ...change });
    let item: unknown;
    const isReserved = await isWritten(
      documentClient.send(command).then(({ Attributes }) => {
        item = Attributes;
      }),
    );
    return isReserved ? readRow(paceFields, item, { table: tableName, key: [key.counter] }).nextFreeAt : undefined;
  }

  /** Whether this sender pushes the pace back: once per `ms`, however many senders are throttled. */
  function mayPushBack({ ms, now }: SlotRequest): Promise<boolean> {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: key,
      UpdateExpression: 'SET pushedBackAt = :now',
      ConditionExpression: 'attribute_not_exists(pushedBackAt) OR pushedBackAt <= :before',
      ExpressionAttributeValues: { ':now': now, ':before': now - ms },
    });
    return isWritten(documentClient.send(command));
  }

  /**
   * Reserves `ms` for this sender alone, by one conditional write. `latest`: the latest start (ms), because
   * no sender waits longer.
   *
   * @returns when they begin; `undefined` when that would be too late.
   */
  async function reserve(request: SlotRequest): Promise<number | undefined> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const end = await reserveFirst(request);
      if (end !== undefined) return end - request.ms;
      isBusy = !isBusy;
    }
    return undefined;
  }

  return {
    reserve,

    /** Blocks the next free `ms` for all senders; at most once in that time. */
    async pushBack(request: SlotRequest): Promise<void> {
      if (await mayPushBack(request)) await reserve(request);
    },
  };
}

export type SlotRequest = { readonly ms: number; readonly now: number; readonly latest: number };
type Change = Pick<
  ConstructorParameters<typeof UpdateCommand>[0],
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

const paceFields = z.object({ nextFreeAt: z.int() });
