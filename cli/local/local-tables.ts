import { addressKey } from '../../src/adapters/address-key.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { checkTable } from '../../src/adapters/check-table.ts';
import { newDocumentClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { limitTable } from '../../src/adapters/limit-table.ts';
import { noticeFeedback } from '../../src/adapters/notice-feedback.ts';
import { paceTable } from '../../src/adapters/pace-table.ts';
import { relationsSeed } from '../../src/adapters/relations-seed.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { runTable } from '../../src/adapters/run-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';

/** The tables of the embedded DynamoDB, under the names that their shapes have. */
export function localTables() {
  const documents = newDocumentClient();
  return {
    relations: relationsTable(documents, 'relations'),
    relationsSeed: relationsSeed(documents, 'relations'),
    subscribers: subscriberTable(documents, 'subscribers'),
    addresses: addressKey(documents, 'subscribers'),
    deliveries: deliveryTable(documents, 'deliveries'),
    runs: runTable(documents, 'runs'),
    checks: checkTable(documents, 'runs'),
    limits: limitTable(documents, 'limits'),
    noticeFeedback: noticeFeedback(documents, 'limits'),
    brake: brakeTable(documents, 'limits'),
    pace: paceTable(documents, 'limits'),
  };
}
