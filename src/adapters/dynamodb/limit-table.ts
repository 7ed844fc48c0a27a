import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR_MS } from '../../domain/durations.ts';
import type { RequestLimit } from '../../domain/request-limit.ts';
import { isWritten } from './conditional-write.ts';

export type LimitTable = ReturnType<typeof limitTable>;

/** Counts requests in windows of whole hours; DynamoDB removes a counter after its window. */
export function limitTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Counts one more, unless the window is full; returns whether it counted. `counter` must contain no address. */
    async take(counter: string, { most, hours }: RequestLimit, now: Date): Promise<boolean> {
      const window = Math.floor(now.getTime() / (hours * HOUR_MS));
      const expiresAt = Math.ceil(((window + 1) * hours * HOUR_MS) / 1000);
      const update = new UpdateCommand({
        TableName: tableName,
        Key: { counter: `${counter}#${hours}h${window}` },
        UpdateExpression: 'SET expiresAt = :expiresAt ADD requests :one',
        ConditionExpression: 'attribute_not_exists(requests) OR requests < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': most, ':expiresAt': expiresAt },
      });
      return isWritten(documentClient.send(update));
    },
  };
}
