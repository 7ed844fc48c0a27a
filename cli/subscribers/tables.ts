import { addressKey } from '../../src/adapters/address-key.ts';
import { newDocumentClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { everySubscriber } from '../../src/adapters/every-subscriber.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';

export type SubscriberTables = ReturnType<typeof subscriberTables>;

/**
 * The tables of the deployed stack, by the names in SUBSCRIBERS_TABLE and DELIVERIES_TABLE, or those of `jubilee start`,
 * when its AWS_ENDPOINT_URL_DYNAMODB is set.
 */
export function subscriberTables() {
  const { SUBSCRIBERS_TABLE = 'subscribers', DELIVERIES_TABLE = 'deliveries' } = process.env;
  const documents = newDocumentClient();
  return {
    subscribers: subscriberTable(documents, SUBSCRIBERS_TABLE),
    deliveries: deliveryTable(documents, DELIVERIES_TABLE),
    addresses: addressKey(documents, SUBSCRIBERS_TABLE),
    every: () => everySubscriber(documents, SUBSCRIBERS_TABLE),
  };
}
