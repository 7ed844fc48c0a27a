import type { SubscriberId } from '../../domain/subscriber.ts';
import type { DeliveryTable } from './delivery-table.ts';
import type { SubscriberTable } from './subscriber-table.ts';

type Tables = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'remove'>;
  readonly deliveries: Pick<DeliveryTable, 'eraseOf'>;
};

/**
 * Erases a subscriber from the tables; safe to repeat. Starts with the address that they asked to move to, which only
 * their row names, then removes the row, so that no digest is started, and their deliveries last.
 */
export async function eraseSubscriber(id: SubscriberId, { subscribers, deliveries }: Tables): Promise<void> {
  const { newAddressId } = (await subscribers.find(id)) ?? {};
  if (newAddressId !== undefined) await forgetMove(id, newAddressId, subscribers);
  await subscribers.remove(id);
  await deliveries.eraseOf(id);
}

async function forgetMove(id: SubscriberId, newAddressId: string, subscribers: Tables['subscribers']): Promise<void> {
  const pending = await subscribers.find(newAddressId);
  if (pending?.movesFrom?.subscriberId === id) await subscribers.remove(newAddressId);
}
