import type { SubscriberId } from '../../domain/subscriber.ts';
import type { DeliveryTable } from './delivery-table.ts';
import type { SubscriberTable } from './subscriber-table.ts';

type Tables = {
  readonly subscribers: Pick<SubscriberTable, 'remove'>;
  readonly deliveries: Pick<DeliveryTable, 'eraseOf'>;
};

/** Leaves nothing of a subscriber in any table; safe to repeat. First the row, so that no digest is begun meanwhile. */
export async function eraseSubscriber(id: SubscriberId, { subscribers, deliveries }: Tables): Promise<void> {
  await subscribers.remove(id);
  await deliveries.eraseOf(id);
}
