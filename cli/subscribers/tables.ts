import { addressKey } from '../../src/adapters/address-key.ts';
import { checkTable } from '../../src/adapters/check-table.ts';
import { newDocumentClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { everySubscriber } from '../../src/adapters/every-subscriber.ts';
import { runTable } from '../../src/adapters/run-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';

export type SubscriberTables = ReturnType<typeof subscriberTables>;

/**
 * The tables of the deployed stack, by the names in SUBSCRIBERS_TABLE, DELIVERIES_TABLE and RUNS_TABLE, or those of `jubilee start`,
 * when its AWS_ENDPOINT_URL_DYNAMODB is set.
 */
export function subscriberTables() {
  const { SUBSCRIBERS_TABLE = 'subscribers', DELIVERIES_TABLE = 'deliveries', RUNS_TABLE = 'runs' } = process.env;
  const documents = newDocumentClient();
  return {
    subscribers: subscriberTable(documents, SUBSCRIBERS_TABLE),
    deliveries: deliveryTable(documents, DELIVERIES_TABLE),
    runs: runTable(documents, RUNS_TABLE),
    checks: checkTable(documents, RUNS_TABLE),
    addresses: addressKey(documents, SUBSCRIBERS_TABLE),
    every: () => everySubscriber(documents, SUBSCRIBERS_TABLE),
  };
}
