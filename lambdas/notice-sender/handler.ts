import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { mailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { metrics, publishCounts } from '../../src/adapters/lambda/log.ts';
import { quotaReport } from '../../src/adapters/ses/send-quota.ts';
import { postponeIn } from '../../src/adapters/sqs/message-queue.ts';
import { newSqsClient } from '../../src/adapters/sqs/sqs-client.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';
import { type BatchPorts, sendBatch } from './send-batch.ts';

const env = environment(
  'SUBSCRIBERS_TABLE',
  'LIMITS_TABLE',
  'RUNS_TABLE',
  'NOTICE_QUEUE_URL',
  'FROM_ADDRESS',
  'CONFIGURATION_SET',
  'SITE_URL',
  'LINK_KEYS_PARAMETER',
);
const documents = newDocumentClient();

const ports: BatchPorts = {
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
  addresses: addressKey(documents, env.SUBSCRIBERS_TABLE),
  mailboxes: mailboxTable(documents, env.LIMITS_TABLE),
  reports: reportTable(documents, env.RUNS_TABLE),
  count: (metric) => metrics.addMetric(metric, MetricUnit.Count, 1),
  postpone: postponeIn(newSqsClient(), env.NOTICE_QUEUE_URL),
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    return await sendBatch(event, ports);
  } finally {
    publishCounts();
  }
}
