import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { QueueEvent } from '../../cli/local/queue-event.ts';
import { type BatchPorts, sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { brakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { paceTable } from '../../src/adapters/dynamodb/pace-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { mailer } from '../../src/adapters/ses/mailer.ts';
import { sendQuota } from '../../src/adapters/ses/send-quota.ts';
import { waitUntilBy } from '../../src/adapters/wait-until.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { timelinesDue } from '../../src/relations/timelines-due.ts';
import { brakedMailer } from '../../src/sending/braked-mailer.ts';
import { sendSlots } from '../../src/sending/send-slots.ts';

type Settings = Pick<BatchPorts, 'postpone'> & { readonly documents: DynamoDBDocumentClient };

/** A sender as it is deployed, whose clients know no time-out: here senders, SES and DynamoDB share a machine, and one waits while the others compute. */
export function newSender({ documents, postpone }: Settings) {
  const now = () => new Date();
  const relations = relationsTable(documents, 'relations');
  const daysOfBatch = keptDays(relations);
  const brake = brakeTable(documents, 'limits');
  const from = { name: 'Jubilee', address: 'jubilee@example.org' };
  const ports = {
    subscribers: subscriberTable(documents, 'subscribers'),
    deliveries: deliveryTable(documents, 'deliveries'),
    sources: relations.sources,
    mailer: brakedMailer(mailer(new SESClient({ maxAttempts: 1 }), { from, configurationSet: 'jubilee' }), brake, now),
    links: linkSigner({ current: 'a key that signs nothing but measurements', earlier: [] }),
    siteUrl: 'https://jubilee.example',
    domain: 'example.org',
    sendSlots: sendSlots({
      quota: sendQuota(newSesQuotaClient(), now),
      pace: paceTable(documents, 'limits'),
      brake,
      now,
    }),
    waitUntil: waitUntilBy(now),
    postpone,
    brake,
    now,
  };
  const handle = (event: QueueEvent) => sendBatch(event, { ...ports, timelinesDue: timelinesDue(daysOfBatch()) });
  return { handle, ports };
}

export function patientDocumentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}
