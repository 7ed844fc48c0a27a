import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { relationsReader } from './relations-reader.ts';

export type RelationsTable = ReturnType<typeof relationsTable>;

/** A reader of the dataset through the SDK. */
export function relationsTable(client: DynamoDBDocumentClient, TableName: string) {
  const consistent = { TableName, ConsistentRead: true };
  return relationsReader({
    table: TableName,
    get: async (Key) => (await client.send(new GetCommand({ ...consistent, Key }))).Item,
    async partition(pk) {
      const rows: unknown[] = [];
      const query = { ...consistent, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      for await (const { Items = [] } of paginateQuery({ client }, query)) rows.push(...Items);
      return rows;
    },
  });
}
