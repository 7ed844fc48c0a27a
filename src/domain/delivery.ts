import type { CalendarDate } from './calendar-date.ts';
import type { Covered } from './change-of-schedule.ts';
import type { Span } from './milestone.ts';
import type { Subscriber, SubscriberId } from './subscriber.ts';

/**
 * The status of a delivery. `claimed`: a sender is working on it. `sent`: SES accepted the mail, which does not mean
 * that it was delivered. `failed`: SES refused it for good. `unconfirmed`: the sender does not know whether SES accepted it.
 */
export const deliveryStatuses = ['claimed', 'sent', 'failed', 'unconfirmed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One digest for one subscriber, as queued. */
export type PlannedDigest = {
  readonly subscriberId: SubscriberId;
  /** The subscription that it was planned for; a later one does not get it. */
  readonly subscriptionVersion: number;
  /** When the subscriber last undid an unsubscription before it was planned; ISO 8601 in UTC. */
  readonly reinstatedAt?: string | undefined;
  /** The local date of the digest; with the subscriber, its key. */
  readonly on: CalendarDate;
  readonly coverage: Span;
  /** The days whose data changes it announces; absent from messages of older versions. */
  readonly changeSpan?: Span | undefined;
};

/** The digest for which a sender acquires a lease. */
export type LeasableDigest = Omit<PlannedDigest, 'subscriptionVersion' | 'reinstatedAt'>;

export type DeliveryKey = Pick<PlannedDigest, 'subscriberId' | 'on'>;

/**
 * The outcome of acquiring the lease on a digest. `acquired`: send it now. `sent`, `failed`: settled already. `held`:
 * another attempt may be under way. `unsettled`: an attempt has ended, and SES may have accepted its mail.
 */
export type LeaseOutcome = 'acquired' | 'sent' | 'failed' | 'held' | 'unsettled';

/**
 * The duration of a lease (ms). It outlasts the sender's time-out: once it has ended, nobody is working on the mail.
 * Once feedback has caught up with that moment (`settledThrough`), it is known whether SES accepted the mail.
 */
export const LEASE_MS = 15 * 60_000;

/** The end of a released lease, in the past by any clock. Released only if SES certainly did not accept the mail. */
export const RELEASED = new Date(0);

/** Checks whether a digest was planned since the subscriber subscribed or last undid an unsubscription. */
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

/** Returns what these deliveries may have covered: SES may have accepted any mail whose lease was not released. */
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
