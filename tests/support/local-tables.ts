import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll } from 'vitest';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { tablesInMemory } from './tables-in-memory.ts';

/**
 * The tables of the product, empty, on the real DynamoDB protocol in this process, until the end of the test file; or in
 * memory, when the test runs to show that those are the same.
 */
export async function localTables(): Promise<DynamoDBDocumentClient> {
  if (process.env.TABLES === 'in memory') return tablesInMemory().client;
  const { url, close } = await embeddedDynamoDb();
  afterAll(close);
  return DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint: url }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}
