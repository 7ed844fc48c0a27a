import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Subscriber } from '../../domain/subscriber.ts';
import { readRow } from './row.ts';
import { subscriberFields } from './subscriber-rows.ts';

/** Reads the whole table, for an operator: no function does. Items that are not subscribers have no address. */
export async function* everySubscriber(client: DynamoDBDocumentClient, tableName: string): AsyncGenerator<Subscriber> {
  const pages = paginateScan({ client }, { TableName: tableName, FilterExpression: 'attribute_exists(email)' });
  for await (const { Items = [] } of pages) {
    for (const row of Items) yield readRow(subscriberFields, row, { table: tableName, key: [row.id] });
  }
}
