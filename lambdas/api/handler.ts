import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { environment, optionalVariable } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { remember } from '../../src/domain/remember.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { api } from './app.ts';
import { clientAddress } from './client-address.ts';
import { servedAssets } from './pages/assets.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'NOTICE_QUEUE_URL',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();
const now = () => new Date();

/** Loads the queue and the client of SQS with the first request for a mail: reading needs neither. */
const notices = remember(async () => {
  const { noticeQueue } = await import('../../src/adapters/sqs/notice-queue.ts');
  const { newSqsClient } = await import('../../src/adapters/sqs/sqs-client.ts');
  return noticeQueue(newSqsClient(), env.NOTICE_QUEUE_URL);
});

const dataset = datasetInMemory(relationsTable(documents, env.RELATIONS_TABLE), now);

/** Loads the dataset during cold start, so the first request need not wait. If the table is not seeded yet, a later request loads it. */
const [linkKeys] = await Promise.all([
  readLinkKeysFrom(env.LINK_KEYS_PARAMETER, documents.config, new Date()),
  Promise.allSettled([dataset()]),
]);

export const handler = handle(
  api({
    subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE, now),
    deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
    notices: { send: async (requests) => (await notices()).send(requests) },
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
