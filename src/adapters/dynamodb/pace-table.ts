import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type PaceTable = ReturnType<typeof paceTable>;

/** The item of the limits table that all senders share: the instant (ms) up to which slots are reserved. */
const key = { counter: 'pace' };

/** The most attempts, which alternate between the two ways to reserve: the pace may become free, or busy, between two. */
const MAX_ATTEMPTS = 3;

/** The shared pace of all senders: each reserves a stretch of time in which nobody else sends. */
export function paceTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  /** Whether time was reserved ahead at the last attempt, which decides the first way to try. */
  let isBusy = false;

  /** Reserves from the end of reserved time or from now, whichever is later: two updates, as expressions have no maximum. */
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

  /** Checks whether this sender may push the pace back: one does per `ms`, however many are throttled. */
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
   * Reserves `ms` for this sender alone, with one conditional write. `latest`: the latest start (ms) for which the
   * sender can wait.
   *
   * @returns the start (ms); `undefined` if it would be too late.
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
