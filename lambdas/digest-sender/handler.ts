import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { publishCounts } from '../../src/adapters/lambda/log.ts';
import { quotaReport } from '../../src/adapters/ses/send-quota.ts';
import { deadLettersIn } from '../../src/adapters/sqs/dead-letters.ts';
import { postponeIn } from '../../src/adapters/sqs/message-queue.ts';
import { newSqsClient } from '../../src/adapters/sqs/sqs-client.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';
import { type BatchPorts, sendBatch } from './send-batch.ts';

const env = environment(
  'RELATIONS_TABLE',
  'SUBSCRIBERS_TABLE',
  'DELIVERIES_TABLE',
  'LIMITS_TABLE',
  'DIGEST_QUEUE_URL',
  'FEEDBACK_DEAD_LETTERS_URL',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();
const sqsClient = newSqsClient();
const daysOfBatch = keptDays(relationsTable(documents, env.RELATIONS_TABLE));

const ports: Omit<BatchPorts, 'sources' | 'dueFacts'> = {
  ...sendingParts({
    documents,
    sesClient: newSesClient(),
    sesQuotaClient: newSesQuotaClient(),
    tables: { subscribers: env.SUBSCRIBERS_TABLE, limits: env.LIMITS_TABLE },
    from: env.FROM_ADDRESS,
    configurationSet: env.CONFIGURATION_SET,
    siteUrl: env.SITE_URL,
    links: linkSigner(await readLinkKeysFrom(env.LINK_KEYS_PARAMETER, documents.config, new Date())),
    onQuota: quotaReport(),
    now: () => new Date(),
  }),
  deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
  isFeedbackGivenUp: deadLettersIn(sqsClient, env.FEEDBACK_DEAD_LETTERS_URL),
  postpone: postponeIn(sqsClient, env.DIGEST_QUEUE_URL),
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    const dataset = daysOfBatch();
    return await sendBatch(event, { ...ports, sources: dataset.sources, dueFacts: dueFacts(dataset) });
  } finally {
    publishCounts();
  }
}
