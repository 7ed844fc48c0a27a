import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relationsReader } from '../../src/adapters/dynamodb/relations-reader.ts';
import { signedRows } from '../../src/adapters/dynamodb/signed-rows.ts';
import { environment, optionalVariable, ownCaller } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { remember } from '../../src/domain/remember.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { api } from './app.ts';
import { clientAddress } from './client-address.ts';
import { lazily } from './lazily.ts';
import { onLambda } from './on-lambda.ts';
import { servedAssets } from './pages/assets.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'NOTICE_QUEUE_URL',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const caller = ownCaller();
const now = () => new Date();

const dataset = datasetInMemory(relationsReader(signedRows(caller, env.RELATIONS_TABLE, now)), now);

/** Loaded by the first request about a subscription, as reading the data needs no client of DynamoDB or SQS. */
const documents = remember(async () => (await import('../../src/adapters/lambda/clients.ts')).newDocumentClient());

/** Loads the dataset during cold start, so the first request need not wait. If the table is not seeded yet, a later request loads it. */
const [linkKeys] = await Promise.all([
  readLinkKeysFrom(env.LINK_KEYS_PARAMETER, caller, now()),
  Promise.allSettled([dataset()]),
]);

export const handler = onLambda(
  api({
    subscribers: lazily(['find', 'change', 'remove', 'addressLeft'], async () => {
      const { subscriberTable } = await import('../../src/adapters/dynamodb/subscriber-table.ts');
      return subscriberTable(await documents(), env.SUBSCRIBERS_TABLE, now);
    }),
    deliveries: lazily(['ofSubscriber', 'eraseOf'], async () => {
      const { deliveryTable } = await import('../../src/adapters/dynamodb/delivery-table.ts');
      return deliveryTable(await documents(), env.DELIVERIES_TABLE);
    }),
    notices: lazily(['send'], async () => {
      const { noticeQueue } = await import('../../src/adapters/sqs/notice-queue.ts');
      const { newSqsClient } = await import('../../src/adapters/sqs/sqs-client.ts');
      return noticeQueue(newSqsClient(), env.NOTICE_QUEUE_URL);
    }),
    dataset,
    links: linkSigner(linkKeys),
    assets: servedAssets({ style: readBesideBundle('style.css'), script: readBesideBundle('script.js') }),
    siteUrl: env.SITE_URL,
    connection: clientAddress(optionalVariable('EDGE_KEY')),
    now,
  }),
);

function readBesideBundle(name: string): string {
  return readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
}
