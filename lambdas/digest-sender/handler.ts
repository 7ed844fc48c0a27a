import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { newDocumentClient, newSesClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { readPlannedDigest } from '../../src/adapters/digest-queue.ts';
import { environment } from '../../src/adapters/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/link-keys.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { logger } from '../../src/adapters/log.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { type Ports, sendDigest } from './send-digest.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_SECRET',
);
const documents = newDocumentClient();
const relations = relationsTable(documents, env.RELATIONS_TABLE);
const sources = relations.sources();
const links = linkSigner(await readLinkKeysFrom(env.LINK_KEYS_SECRET));

const ports: Omit<Ports, 'timelinesDue'> = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE),
  deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
  sources: () => sources,
  mailer: mailer(newSesClient(), {
    from: { name: 'Jubilee', address: env.FROM_ADDRESS },
    configurationSet: env.CONFIGURATION_SET,
  }),
  links,
  siteUrl: env.SITE_URL,
  domain: env.FROM_ADDRESS.slice(env.FROM_ADDRESS.indexOf('@') + 1),
  now: () => new Date(),
};

/** Each message is answered for by itself: one that must come back does not bring the others with it. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const portsOfBatch = { ...ports, timelinesDue: timelinesDue(relations) };
  const processor = new BatchProcessor(EventType.SQS);
  return processPartialResponse(event, (message: SQSRecord) => send(message, portsOfBatch), processor, {
    throwOnFullBatchFailure: false,
  });
}

async function send({ messageId, body }: SQSRecord, portsOfBatch: Ports): Promise<void> {
  const planned = readPlannedDigest(body);
  const outcome = await sendDigest(planned, portsOfBatch);
  logger.info('Handled a digest', { messageId, subscriberId: planned.subscriberId, on: planned.on, outcome });
  if (outcome === 'again') throw new Error(`The digest of ${planned.on} must come back`);
}
