import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { everySubscriber, subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { stackClock } from '../stack-clock.ts';
import { stackNames } from '../stack-names.ts';

/** Opens the tables of a stack by name, or of `jubilee start`. */
export async function subscriberTables(stack: string) {
  const { tables } = await stackNames(stack);
  const documents = newDocumentClient();
  const now = stackClock(process.env);
  return {
    now,
    subscribers: subscriberTable(documents, tables.subscribers, now),
    deliveries: deliveryTable(documents, tables.deliveries),
    runs: runTable(documents, tables.runs),
    checks: checkTable(documents, tables.runs),
    addresses: addressKey(documents, tables.subscribers),
    every: () => everySubscriber(documents, tables.subscribers, now()),
  };
}
