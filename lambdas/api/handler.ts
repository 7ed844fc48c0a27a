import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { newDocumentClient, newSqsClient } from '../../src/adapters/clients.ts';
import { datasetInMemory } from '../../src/adapters/dataset-in-memory.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { environment, optionalVariable } from '../../src/adapters/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/link-keys.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { noticeQueue } from '../../src/adapters/notice-queue.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { api } from './app.ts';
import { servedAssets } from './assets.ts';
import { readerOf } from './reader-of.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'NOTICE_QUEUE_URL',
  'SITE_URL',
  'EDGE_KEY',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();
const now = () => new Date();
const dataset = datasetInMemory(relationsTable(documents, env.RELATIONS_TABLE), now);

/** While the container starts, so that the first request need not wait; a table that is not seeded yet is read later. */
await Promise.allSettled([dataset()]);

export const handler = handle(
  api({
    subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE),
    deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
    notices: noticeQueue(newSqsClient(), env.NOTICE_QUEUE_URL),
    dataset,
    links: linkSigner(await readLinkKeysFrom(env.LINK_KEYS_PARAMETER)),
    assets: servedAssets({ style: readBesideBundle('style.css'), form: readBesideBundle('form.js') }),
    siteUrl: env.SITE_URL,
    connection: readerOf(env.EDGE_KEY),
    issuesUrl: optionalVariable('ISSUES_URL'),
    now,
  }),
);

function readBesideBundle(name: string): string {
  return readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
}
