import type { CalendarDate } from './calendar-date.ts';
import type { Span } from './milestone.ts';
import type { SubscriberId } from './subscriber.ts';

/**
 * How a delivery stands. `claimed`: a sender is at work on it. `sent`: SES has accepted the mail, which does not
 * mean that it was delivered. `failed`: SES refused it for good. `unconfirmed`: the sender does not know whether SES accepted it.
 */
export const deliveryStatuses = ['claimed', 'sent', 'failed', 'unconfirmed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One digest for one subscriber: what the queue carries. */
export type PlannedDigest = {
  readonly subscriberId: SubscriberId;
  /** The life of the subscription that it was planned for: it is not sent in a later one. */
  readonly generation: number;
  /** The local date that the digest is for: with the subscriber, its key. */
  readonly on: CalendarDate;
  readonly coverage: Span;
};

/** What a delivery is claimed by. */
export type ClaimableDigest = Omit<PlannedDigest, 'generation'>;

export type DeliveryKey = Pick<PlannedDigest, 'subscriberId' | 'on'>;

/**
 * What became of the wish to send a digest: it may be sent now (`claimed`), needs no sending any more (`sent`,
 * `failed`), or another attempt may still be under way (`held`).
 */
export type ClaimOutcome = 'claimed' | 'sent' | 'failed' | 'held';

/**
 * How long a claim keeps others from sending (ms). It outlasts the sender's time-out and the delay with which
 * SES's Send event is assumed to arrive, so that a claim whose lease has ended unconfirmed was not accepted.
 */
export const LEASE_MS = 15 * 60_000;
