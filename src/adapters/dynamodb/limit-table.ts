import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, type GetCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR_MS } from '../../domain/durations.ts';
import type { RequestLimit } from '../../domain/request-limit.ts';
import { isWritten } from './conditional-write.ts';

export type LimitTable = ReturnType<typeof limitTable>;

/** A request to count: its id, the same for every repetition, and when it was first made. */
export type CountedRequest = { readonly requestId: string; readonly askedAt: Date };

/** Counts requests in windows of whole hours; DynamoDB removes a counter after its window. */
export function limitTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Counts one more request unless the window is full, and returns whether it counted. `counter` must contain no address. */
    async take(counter: string, { most, hours }: RequestLimit, now: Date): Promise<boolean> {
      const { key, expiresAt } = windowOf(counter, hours, now);
      const update = new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: 'SET expiresAt = :expiresAt ADD requests :one',
        ConditionExpression: 'attribute_not_exists(requests) OR requests < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': most, ':expiresAt': expiresAt },
      });
      return isWritten(documentClient.send(update));
    },

    /**
     * Counts a request that may be repeated, once in the window in which it was made. Reads first, so that a full window
     * costs no write: DynamoDB bills a refused write by the size of the item.
     */
    async takeOnce(counter: string, { most, hours }: RequestLimit, request: CountedRequest): Promise<boolean> {
      const { key, expiresAt } = windowOf(counter, hours, request.askedAt);
      const mark = markOf(request);
      const counted = await readMarks({ Key: key });
      if (counted.size >= most) return counted.has(mark);
      const update = new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: 'SET expiresAt = :expiresAt ADD marks :marks',
        ConditionExpression: 'attribute_not_exists(marks) OR (size(marks) < :most AND NOT contains(marks, :mark))',
        ExpressionAttributeValues: { ':most': most, ':expiresAt': expiresAt, ':mark': mark, ':marks': new Set([mark]) },
      });
      if (await isWritten(documentClient.send(update))) return true;
      return (await readMarks({ Key: key, ConsistentRead: true })).has(mark);
    },
  };

  async function readMarks(read: Pick<GetCommandInput, 'Key' | 'ConsistentRead'>) {
    const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, ...read }));
    return Item?.marks instanceof Set ? Item.marks : new Set();
  }
}

/** Shortens the id to 48 bits of a hash: two of 500 requests collide, and count as one, in one of two thousand million windows. */
function markOf({ requestId }: CountedRequest): string {
  return createHash('sha256').update(requestId).digest('base64url').slice(0, 8);
}

function windowOf(counter: string, hours: number, at: Date) {
  const window = Math.floor(at.getTime() / (hours * HOUR_MS));
  const expiresAt = Math.ceil(((window + 1) * hours * HOUR_MS) / 1000);
  return { key: { counter: `${counter}#${hours}h${window}` }, expiresAt };
}
