import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test, vi } from 'vitest';
import { embeddedDynamoDb } from '../../../cli/local/embedded-dynamodb.ts';
import { localAccount } from '../../../cli/local/local-account.ts';
import { relationsReader } from '../../../src/adapters/dynamodb/relations-reader.ts';
import { relationsSeed } from '../../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../../src/adapters/dynamodb/relations-table.ts';
import { signedRows } from '../../../src/adapters/dynamodb/signed-rows.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { anEvent, aSource, aTimeline } from '../../support/builders.ts';

const { url, close } = await embeddedDynamoDb();
vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', url);
afterAll(() => {
  vi.unstubAllEnvs();
  return close();
});

const client = new DynamoDBClient({ ...localAccount, endpoint: url });
const documents = DynamoDBDocumentClient.from(client);
const bySdk = relationsTable(documents, 'relations');
const bySignedCalls = relationsReader(signedRows(client.config, 'relations', () => new Date()));

/** Random, so that no compression brings the rows below the megabyte that one page of a query holds. */
const release = '2026.11.1';
const remark = randomBytes(1_500_000).toString('base64');
const timelines: Timeline[] = [
  aTimeline('CN-LS', anEvent('resumed', '1994-01-12', { remark })),
  {
    ...aTimeline('CN-FR', anEvent('established', '1964-01-27')),
    changes: [{ release, pair: 'CN-FR', what: 'new', reason: 'a list', sources: [] }],
  },
];

test('an unseeded table has no dataset', async () => {
  expect(await bySignedCalls.all()).toBeUndefined();
});

test('signed calls read the head and several pages of rows as the SDK client does', async () => {
  await relationsSeed(documents, 'relations').seed([], []);
  await relationsSeed(documents, 'relations').seed(timelines, [aSource('mfa-cn-list')]);
  const head = await bySignedCalls.head();
  expect(head).toEqual(await bySdk.head());
  expect(head).toMatchObject({ events: 2, earlier: [{}], releases: { [release]: expect.any(String) } });
  const [read, expected] = [await bySignedCalls.all(), await bySdk.all()];
  expect(read?.timelines).toHaveLength(2);
  expect(read?.timelines).toEqual(expected?.timelines);
  expect(read?.sources).toEqual(expected?.sources);
});
