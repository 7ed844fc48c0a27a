import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { QueueEvent } from '../../cli/local/queue-event.ts';
import { type BatchPorts, sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';

type Settings = Pick<BatchPorts, 'postpone'> & { readonly documents: DynamoDBDocumentClient };

/** Creates the deployed sender without client time-outs: here senders, SES and DynamoDB share a machine, and wait for each other. */
export function newSender({ documents, postpone }: Settings) {
  const now = () => new Date();
  const relations = relationsTable(documents, 'relations');
  const daysOfBatch = keptDays(relations);
  const ports = {
    ...sendingParts({
      documents,
      sesClient: new SESClient({ maxAttempts: 1 }),
      sesQuotaClient: newSesQuotaClient(),
      tables: { subscribers: 'subscribers', limits: 'limits' },
      from: 'jubilee@example.org',
      configurationSet: 'jubilee',
      siteUrl: 'https://jubilee.example',
      links: linkSigner({ current: 'a key that signs nothing but measurements', earlier: [] }),
      now,
    }),
    deliveries: deliveryTable(documents, 'deliveries'),
    isFeedbackGivenUp: async () => false,
    sources: relations.sources,
    postpone,
    brakes: brakeTables(documents, 'limits'),
  };
  const handle = (event: QueueEvent) => sendBatch(event, { ...ports, dueFacts: dueFacts(daysOfBatch()) });
  return { handle, ports };
}

export function patientDocumentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}
