import type { CalendarDate } from './calendar-date.ts';
import type { Preferences } from './preferences.ts';

export const subscriberStatuses = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberStatus = (typeof subscriberStatuses)[number];

/** The reasons to suppress an address: it does not exist, or its owner reported a mail as spam. */
export const suppressionReasons = ['bounce', 'complaint'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** One address and its preferences. */
export type Subscriber = {
  readonly id: string;
  readonly email: string;
  readonly status: SubscriberStatus;
  /** Raised by every new subscription of the same address, which voids the links of earlier ones. */
  readonly subscriptionVersion: number;
  /** Raised by every reset of the personal calendar's address; until the first, equal to the subscription version. */
  readonly calendarVersion?: number;
  /** Raised by every change of e-mail address, which voids earlier settings links; until the first, equal to the subscription version. */
  readonly accessVersion?: number;
  readonly preferences: Preferences;
  /** The last local date already covered: the day before confirmation, or as far as digests had come when the schedule changed. */
  readonly coveredThrough: CalendarDate;
  /** The last day whose data changes are already covered; rows without it use `coveredThrough`. */
  readonly changesToldThrough?: CalendarDate | undefined;
  /** The instant since which the present hour, zone, weekday and frequency apply; ISO 8601 in UTC. */
  readonly scheduledSince: string;
  /** The instant since which the present preferences apply, if only the filter changed last; ISO 8601 in UTC. */
  readonly preferredSince?: string | undefined;
  /** The number of confirmation mails since the address last confirmed, and when the last one was sent; ISO 8601 in UTC. */
  readonly confirmationMails: number;
  readonly confirmationMailedAt?: string;
  /** When the person last confirmed; ISO 8601 in UTC. */
  readonly confirmedAt?: string;
  /** When the person unsubscribed; ISO 8601 in UTC. */
  readonly endedAt?: string;
  /** When they last undid an unsubscription: digests planned before are void, but links stay valid; ISO 8601 in UTC. */
  readonly reinstatedAt?: string | undefined;
  readonly suppressedFor?: SuppressionReason | undefined;
  /** When the latest suppressing event happened; ISO 8601 in UTC. */
  readonly suppressedAt?: string | undefined;
  /** Where the importing operator recorded the consent of an active subscriber. */
  readonly consent?: string;
  /** The id of the pending address to which they last asked to move. */
  readonly newAddressId?: string;
  /** When they asked for it; ISO 8601 in UTC. */
  readonly newAddressAskedAt?: string;
  /** When mails began to go to the present address, if it is not the first; ISO 8601 in UTC. */
  readonly addressSince?: string;
  /** The versions of recently replaced addresses, oldest first. The addresses themselves are stored separately and expire. */
  readonly addressesLeft?: readonly AddressLeft[];
  /** Set on an address to which an active subscriber asked to move: that subscriber, and whether the owner has confirmed. */
  readonly movesFrom?: {
    readonly subscriberId: string;
    readonly subscriptionVersion: number;
    readonly isConfirmed?: boolean | undefined;
  };
  /**
   * The latest request for a notice, and whether it is done: its mail was sent, or never can be.
   * Until `leaseEnds` a sender is working on it; ISO 8601 in UTC.
   */
  readonly notice?: { readonly request: string; readonly isDone: boolean; readonly leaseEnds?: string };
};

export type AddressLeft = {
  /** The access version that the move voided; identifies the address among those of its subscriber. */
  readonly version: number;
  /** When the undo expires; ISO 8601 in UTC. */
  readonly until: string;
  /** The id of the reserved address to which they moved. */
  readonly holderId: string;
  /** Set once an earlier address has taken the subscription back, so that this one no longer can. */
  readonly isClosed?: boolean | undefined;
};

/** The fields that decide when a subscriber's next digest goes out and the first day that it covers. */
export type Schedule = Pick<
  Subscriber,
  'preferences' | 'coveredThrough' | 'changesToldThrough' | 'scheduledSince' | 'preferredSince'
>;

export type SubscriberId = Subscriber['id'];
