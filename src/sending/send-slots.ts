import type { BrakeTable } from '../adapters/dynamodb/brake-table.ts';
import type { PaceTable } from '../adapters/dynamodb/pace-table.ts';
import type { ReadSendQuota } from '../adapters/ses/send-quota.ts';
import {
  longestStretchMs,
  longestWaitMs,
  type MailKind,
  mailsLeft,
  mailsWithin,
  msFor,
  type Slots,
  slotsIn,
} from '../domain/pacing.ts';

/**
 * When mails may leave. `slots`: as many as could be had, perhaps fewer than were asked for, or none: the others come
 * back soon. `closed`: the day's quota has no more room for mails of this kind, or all sending is braked.
 */
export type Reservation = { readonly slots: Slots } | 'closed';

export type SendSlots = ReturnType<typeof sendSlots>;

/** What throttled mails push the shared pace back by (ms), once in that time for all senders. */
const PUSH_BACK_MS = 1_000;

type Ports = {
  readonly quota: ReadSendQuota;
  readonly pace: PaceTable;
  readonly brake: Pick<BrakeTable, 'isOn'>;
  readonly now: () => Date;
};

/** Rate-limits all senders together to the SES quota. */
export function sendSlots({ quota, pace, brake, now }: Ports) {
  let pushedUntil = Number.NEGATIVE_INFINITY;

  return {
    async reserve(mails: number, kind: MailKind): Promise<Reservation> {
      if (await brake.isOn(now())) return 'closed';
      const granted = await quota();
      const left = mailsLeft(granted, kind);
      if (left === 0) return 'closed';
      const count = Math.min(mails, left, mailsWithin(longestStretchMs(kind), granted));
      const ms = msFor(count, granted);
      const time = now().getTime();
      const from = await pace.reserve({ ms, now: time, latest: time + longestWaitMs[kind] });
      return { slots: from === undefined ? [] : slotsIn({ from, ms }, count) };
    },

    /** Backs off: SES is throttling us. */
    async pushBack(): Promise<void> {
      const time = now().getTime();
      if (time < pushedUntil) return;
      pushedUntil = time + PUSH_BACK_MS;
      await pace.pushBack({ ms: PUSH_BACK_MS, now: time, latest: time + longestWaitMs.digest });
    },
  };
}
