import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addressKey } from '../../src/adapters/address-key.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { brakedMailer } from '../../src/adapters/braked-mailer.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient, newSqsClient } from '../../src/adapters/clients.ts';
import { departures } from '../../src/adapters/departures.ts';
import { environment } from '../../src/adapters/env.ts';
import { limitTable } from '../../src/adapters/limit-table.ts';
import { readLinkKeysFrom } from '../../src/adapters/link-keys.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { metrics, publishCounts } from '../../src/adapters/log.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { postponeIn } from '../../src/adapters/message-visibility.ts';
import { paceTable } from '../../src/adapters/pace-table.ts';
import { quotaReport, sendQuota } from '../../src/adapters/send-quota.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { waitUntilBy } from '../../src/adapters/wait-until.ts';
import { type BatchPorts, sendBatch } from './send-batch.ts';

const env = environment(
  'SUBSCRIBERS_TABLE',
  'LIMITS_TABLE',
  'NOTICE_QUEUE_URL',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();

const now = () => new Date();
const brake = brakeTable(documents, env.LIMITS_TABLE);
const ses = mailer(newSesClient(), {
  from: { name: 'Jubilee', address: env.FROM_ADDRESS },
  configurationSet: env.CONFIGURATION_SET,
});

const ports: BatchPorts = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE),
  addresses: addressKey(documents, env.SUBSCRIBERS_TABLE),
  limits: limitTable(documents, env.LIMITS_TABLE),
  mailer: brakedMailer(ses, brake, now),
  links: linkSigner(await readLinkKeysFrom(env.LINK_KEYS_PARAMETER)),
  count: (metric) => metrics.addMetric(metric, MetricUnit.Count, 1),
  siteUrl: env.SITE_URL,
  domain: env.FROM_ADDRESS.slice(env.FROM_ADDRESS.indexOf('@') + 1),
  departures: departures({
    quota: sendQuota(newSesQuotaClient(), now, quotaReport()),
    pace: paceTable(documents, env.LIMITS_TABLE),
    brake,
    now,
  }),
  waitUntil: waitUntilBy(now),
  postpone: postponeIn(newSqsClient(), env.NOTICE_QUEUE_URL),
  now,
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    return await sendBatch(event, ports);
  } finally {
    publishCounts();
  }
}
