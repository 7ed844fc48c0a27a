import type { BrakeTable } from '../adapters/dynamodb/brake-table.ts';
import type { LimitTable } from '../adapters/dynamodb/limit-table.ts';
import type { PaceTable } from '../adapters/dynamodb/pace-table.ts';
import type { ReadSendQuota } from '../adapters/ses/send-quota.ts';
import type { BrakeName } from '../domain/brake.ts';
import {
  longestStretchMs,
  longestWaitMs,
  type MailKind,
  mailsLeft,
  mailsWithin,
  mostInDay,
  msFor,
  type SendQuota,
  type Slots,
  slotsIn,
} from '../domain/pacing.ts';

/**
 * A reservation to send mails. `slots`: as many as are free, perhaps fewer than requested or none; the rest retry soon.
 * `closed`: the daily quota has no room left for mails of this kind, or their brake is on.
 */
export type Reservation = { readonly slots: Slots } | 'closed';

export type SendSlots = ReturnType<typeof sendSlots>;

/** The time (ms) by which throttling pushes the shared pace back, once in that time for all senders. */
const PUSH_BACK_MS = 1_000;

export type Brakes = Readonly<Record<BrakeName, Pick<BrakeTable, 'isOn'>>>;

type Ports = {
  readonly quota: ReadSendQuota;
  readonly pace: PaceTable;
  readonly brakes: Brakes;
  readonly limits: Pick<LimitTable, 'take'>;
  readonly now: () => Date;
};

/** Rate-limits all senders together to the SES quota. */
export function sendSlots({ quota, pace, brakes, limits, now }: Ports) {
  let pushedUntil = Number.NEGATIVE_INFINITY;

  /** Counts mails that strangers can cause, and checks that they stay within their share of the quota. */
  async function isWithinShare(granted: SendQuota, kind: MailKind): Promise<boolean> {
    const most = mostInDay(granted, kind);
    return !Number.isFinite(most) || limits.take(`sent#${kind}`, { most, hours: 24 }, now());
  }

  return {
    async reserve(mails: number, kind: MailKind): Promise<Reservation> {
      if (await brakes[brakeForKind(kind)].isOn(now())) return 'closed';
      const granted = await quota();
      const left = mailsLeft(granted, kind);
      if (left === 0) return 'closed';
      const count = Math.min(mails, left, mailsWithin(longestStretchMs(kind), granted));
      const ms = msFor(count, granted);
      const time = now().getTime();
      const from = await pace.reserve({ ms, now: time, latest: time + longestWaitMs[kind] });
      if (from === undefined) return { slots: [] };
      return (await isWithinShare(granted, kind)) ? { slots: slotsIn({ from, ms }, count) } : 'closed';
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

function brakeForKind(kind: MailKind): BrakeName {
  return kind === 'confirmation' || kind === 'import' ? 'unconfirmed' : 'confirmed';
}
