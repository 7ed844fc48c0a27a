import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { limitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import { paceTable } from '../../src/adapters/dynamodb/pace-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient, newSqsClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { metrics, publishCounts } from '../../src/adapters/lambda/log.ts';
import { mailer } from '../../src/adapters/ses/mailer.ts';
import { quotaReport, sendQuota } from '../../src/adapters/ses/send-quota.ts';
import { postponeIn } from '../../src/adapters/sqs/message-visibility.ts';
import { waitUntilBy } from '../../src/adapters/wait-until.ts';
import { brakedMailer } from '../../src/sending/braked-mailer.ts';
import { sendSlots } from '../../src/sending/send-slots.ts';
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
  sendSlots: sendSlots({
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
