import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { NoticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import { type TickSpan, ticksIn } from '../../src/domain/schedule.ts';

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'toRemindAt'>;
  readonly notices: Pick<NoticeQueue, 'send'>;
};

/**
 * Queues the reminders due at the full hours among the ticks, a day after a request without confirmation. Repeating it is
 * harmless: nobody is reminded twice.
 *
 * @returns the number of queued reminders.
 */
export async function planReminders(ticks: TickSpan, { subscribers, notices }: Ports): Promise<number> {
  let asked = 0;
  for (const hour of ticksIn(ticks).filter((tick) => tick.getUTCMinutes() === 0)) {
    for await (const page of subscribers.toRemindAt(hour)) {
      await notices.send(
        page.map(({ id, subscriptionVersion }) => ({ kind: 'reminder', subscriberId: id, subscriptionVersion })),
      );
      asked += page.length;
    }
  }
  return asked;
}
