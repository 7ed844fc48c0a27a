import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { brakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { paceTable } from '../../src/adapters/dynamodb/pace-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient, newSqsClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { publishCounts } from '../../src/adapters/lambda/log.ts';
import { mailer } from '../../src/adapters/ses/mailer.ts';
import { quotaReport, sendQuota } from '../../src/adapters/ses/send-quota.ts';
import { postponeIn } from '../../src/adapters/sqs/message-visibility.ts';
import { waitUntilBy } from '../../src/adapters/wait-until.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { timelinesDue } from '../../src/relations/timelines-due.ts';
import { brakedMailer } from '../../src/sending/braked-mailer.ts';
import { sendSlots } from '../../src/sending/send-slots.ts';
import { type BatchPorts, sendBatch } from './send-batch.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'LIMITS_TABLE',
  'DIGEST_QUEUE_URL',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();
const relations = relationsTable(documents, env.RELATIONS_TABLE);
const daysOfBatch = keptDays(relations);
const links = linkSigner(await readLinkKeysFrom(env.LINK_KEYS_PARAMETER));

const now = () => new Date();
const brake = brakeTable(documents, env.LIMITS_TABLE);
const ses = mailer(newSesClient(), {
  from: { name: 'Jubilee', address: env.FROM_ADDRESS },
  configurationSet: env.CONFIGURATION_SET,
});

const ports: Omit<BatchPorts, 'timelinesDue'> = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE),
  deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
  sources: relations.sources,
  mailer: brakedMailer(ses, brake, now),
  links,
  siteUrl: env.SITE_URL,
  domain: env.FROM_ADDRESS.slice(env.FROM_ADDRESS.indexOf('@') + 1),
  sendSlots: sendSlots({
    quota: sendQuota(newSesQuotaClient(), now, quotaReport()),
    pace: paceTable(documents, env.LIMITS_TABLE),
    brake,
    now,
  }),
  waitUntil: waitUntilBy(now),
  postpone: postponeIn(newSqsClient(), env.DIGEST_QUEUE_URL),
  now,
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    return await sendBatch(event, { ...ports, timelinesDue: timelinesDue(daysOfBatch()) });
  } finally {
    publishCounts();
  }
}
