import type { NoticeQueue } from '../../src/adapters/notice-queue.ts';
import type { SubscriberTable } from '../../src/adapters/subscriber-table.ts';

type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'toRemindAt'>;
  readonly notices: Pick<NoticeQueue, 'send'>;
};

/**
 * Asks for the reminders of everybody whose day without confirmation has ended by a tick that begins an hour.
 * Asking again is harmless: nobody is reminded twice.
 *
 * @returns how many it asked for.
 */
export async function planReminders(tick: Date, { subscribers, notices }: Ports): Promise<number> {
  if (tick.getUTCMinutes() !== 0) return 0;
  let asked = 0;
  for await (const page of subscribers.toRemindAt(tick)) {
    await notices.send(page.map(({ id, generation }) => ({ kind: 'reminder', subscriberId: id, generation })));
    asked += page.length;
  }
  return asked;
}
