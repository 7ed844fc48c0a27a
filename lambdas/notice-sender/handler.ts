import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addressKey } from '../../src/adapters/address-key.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { brakedMailer } from '../../src/adapters/braked-mailer.ts';
import { newDocumentClient, newSesClient } from '../../src/adapters/clients.ts';
import { environment } from '../../src/adapters/env.ts';
import { limitTable } from '../../src/adapters/limit-table.ts';
import { readLinkKeysFrom } from '../../src/adapters/link-keys.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { metrics } from '../../src/adapters/log.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { sendBatch } from './send-batch.ts';
import type { Ports } from './send-notice.ts';

const env = environment(
  'SUBSCRIBERS_TABLE',
  'LIMITS_TABLE',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_SECRET',
);
const documents = newDocumentClient();

const now = () => new Date();
const ses = mailer(newSesClient(), {
  from: { name: 'Jubilee', address: env.FROM_ADDRESS },
  configurationSet: env.CONFIGURATION_SET,
});

const ports: Ports = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE),
  addresses: addressKey(documents, env.SUBSCRIBERS_TABLE),
  limits: limitTable(documents, env.LIMITS_TABLE),
  mailer: brakedMailer(ses, brakeTable(documents, env.LIMITS_TABLE), now),
  links: linkSigner(await readLinkKeysFrom(env.LINK_KEYS_SECRET)),
  count: (metric) => metrics.addMetric(metric, MetricUnit.Count, 1),
  siteUrl: env.SITE_URL,
  domain: env.FROM_ADDRESS.slice(env.FROM_ADDRESS.indexOf('@') + 1),
  now,
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    return await sendBatch(event, ports);
  } finally {
    metrics.publishStoredMetrics();
  }
}
