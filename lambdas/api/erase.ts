import type { SubscriberId } from '../../src/domain/subscriber.ts';
import type { Ports } from './ports.ts';

/** Leaves nothing of a subscriber in any table; safe to repeat. First the row, so that no digest is begun meanwhile. */
export async function erase(id: SubscriberId, { subscribers, deliveries }: Ports): Promise<void> {
  await subscribers.remove(id);
  await deliveries.eraseOf(id);
}
