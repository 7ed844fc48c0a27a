import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { mailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';

/** Opens the tables of the embedded DynamoDB, named after their shapes. */
export function localTables(now: () => Date) {
  const documents = newDocumentClient();
  return {
    relations: relationsTable(documents, 'relations'),
    relationsSeed: relationsSeed(documents, 'relations'),
    subscribers: subscriberTable(documents, 'subscribers', now),
    addresses: addressKey(documents, 'subscribers'),
    deliveries: deliveryTable(documents, 'deliveries'),
    runs: runTable(documents, 'runs'),
    checks: checkTable(documents, 'runs'),
    mailboxes: mailboxTable(documents, 'limits'),
    reports: reportTable(documents, 'runs'),
    noticeFeedback: noticeFeedback(documents, 'limits'),
    brakes: brakeTables(documents, 'limits'),
  };
}
