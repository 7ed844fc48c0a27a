import type { CalendarDate } from './calendar-date.ts';
import type { Covered } from './change-of-schedule.ts';
import type { Span } from './milestone.ts';
import type { Subscriber, SubscriberId } from './subscriber.ts';

/**
 * How a delivery stands. `claimed`: a sender is at work on it. `sent`: SES has accepted the mail, which does not
 * mean that it was delivered. `failed`: SES refused it for good. `unconfirmed`: the sender does not know whether SES accepted it.
 */
export const deliveryStatuses = ['claimed', 'sent', 'failed', 'unconfirmed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One digest for one subscriber: what the queue carries. */
export type PlannedDigest = {
  readonly subscriberId: SubscriberId;
  /** The subscription that it was planned for: it is not sent to a later one. */
  readonly subscriptionVersion: number;
  /** When the subscriber undid an unsubscription, if they had by then; ISO 8601 in UTC. */
  readonly reinstatedAt?: string | undefined;
  /** The local date that the digest is for: with the subscriber, its key. */
  readonly on: CalendarDate;
  readonly coverage: Span;
  /** The days whose changes of the data it announces; absent from messages of older versions. */
  readonly changeSpan?: Span | undefined;
};

/** The purpose of a lease on a delivery. */
export type LeasableDigest = Omit<PlannedDigest, 'subscriptionVersion' | 'reinstatedAt'>;

export type DeliveryKey = Pick<PlannedDigest, 'subscriberId' | 'on'>;

/**
 * The outcome of acquiring the lease on a digest: it may be sent now (`acquired`), is settled already
 * (`sent`, `failed`), another attempt may still be under way (`held`), or one has ended and SES may have accepted its
 * mail (`unsettled`).
 */
export type LeaseOutcome = 'acquired' | 'sent' | 'failed' | 'held' | 'unsettled';

/**
 * How long a lease keeps others from sending (ms). It outlasts the sender's time-out: once it has ended, nobody is at
 * work on the mail. Whether SES accepted it is known when feedback has caught up with that moment (`settledThrough`).
 */
export const LEASE_MS = 15 * 60_000;

/** The end of a lease that was released, because SES certainly did not accept the mail: long ago, whatever a clock says. */
export const RELEASED = new Date(0);

/** Whether a digest was planned for the current subscription, since the subscriber subscribed or last came back. */
export function isOfThisSubscription(
  { subscriptionVersion, reinstatedAt }: Pick<PlannedDigest, 'subscriptionVersion' | 'reinstatedAt'>,
  subscriber: Pick<Subscriber, 'subscriptionVersion' | 'reinstatedAt'>,
): boolean {
  return subscriptionVersion === subscriber.subscriptionVersion && reinstatedAt === subscriber.reinstatedAt;
}

type Recorded = {
  readonly coverage: Span;
  readonly changesThrough?: CalendarDate | undefined;
  readonly status: DeliveryStatus;
  readonly leaseEnds: string;
};

/** What these deliveries have covered, or may have: SES may have accepted any mail whose lease was not released. */
export function coveredByDeliveries(deliveries: readonly Recorded[]): Partial<Covered> {
  const told = deliveries.filter(
    ({ status, leaseEnds }) => status === 'sent' || status === 'failed' || new Date(leaseEnds) > RELEASED,
  );
  return {
    coveredThrough: latest(told.map(({ coverage }) => coverage.through)),
    changesToldThrough: latest(told.flatMap(({ changesThrough = [] }) => changesThrough)),
  };
}

function latest(days: readonly CalendarDate[]): CalendarDate | undefined {
  return days.toSorted().at(-1);
}
