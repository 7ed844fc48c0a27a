import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR_MS } from '../../domain/durations.ts';
import type { RequestLimit } from '../../domain/request-limit.ts';
import { isWritten } from './conditional-write.ts';

export type LimitTable = ReturnType<typeof limitTable>;

/** A request as a counter knows it: its id, the same however often it is repeated, and when it was made first. */
export type CountedRequest = { readonly requestId: string; readonly askedAt: Date };

/** Counts requests in windows of whole hours; DynamoDB removes a counter after its window. */
export function limitTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Counts one more, unless the window is full; returns whether it counted. `counter` must contain no address. */
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

    /** The same for a request that may be repeated: the window in which it was made counts it once. */
    async takeOnce(counter: string, { most, hours }: RequestLimit, request: CountedRequest): Promise<boolean> {
      const { key, expiresAt } = windowOf(counter, hours, request.askedAt);
      const update = new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: 'SET expiresAt = :expiresAt ADD requests :one, requestIds :ids',
        ConditionExpression:
          '(attribute_not_exists(requests) OR requests < :most) AND NOT contains(requestIds, :requestId)',
        ExpressionAttributeValues: {
          ...{ ':one': 1, ':most': most, ':expiresAt': expiresAt },
          ...{ ':requestId': request.requestId, ':ids': new Set([request.requestId]) },
        },
      });
      if (await isWritten(documentClient.send(update))) return true;
      const { Item } = await documentClient.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      return Item?.requestIds instanceof Set && Item.requestIds.has(request.requestId);
    },
  };
}

function windowOf(counter: string, hours: number, at: Date) {
  const window = Math.floor(at.getTime() / (hours * HOUR_MS));
  const expiresAt = Math.ceil(((window + 1) * hours * HOUR_MS) / 1000);
  return { key: { counter: `${counter}#${hours}h${window}` }, expiresAt };
}
