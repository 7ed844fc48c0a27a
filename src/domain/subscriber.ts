import type { CalendarDate } from './calendar-date.ts';
import type { Preferences } from './preferences.ts';

export const subscriberStatuses = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberStatus = (typeof subscriberStatuses)[number];

/** Why an address is not mailed: it does not exist, or its owner called a mail unwanted. */
export const suppressionReasons = ['bounce', 'complaint'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** One address and its preferences. */
export type Subscriber = {
  readonly id: string;
  readonly email: string;
  readonly status: SubscriberStatus;
  /** Raised by every new subscription of the same address, which voids the links of earlier ones. */
  readonly subscriptionVersion: number;
  /** Raised by every reset of the address of the subscriber's own calendar; until the first one it is their subscription version. */
  readonly calendarVersion?: number;
  /** Raised by every change of address, which makes earlier links to the settings void; until the first one it is their subscription version. */
  readonly accessVersion?: number;
  readonly preferences: Preferences;
  /** The last local date that is covered already: the day before confirmation, or as far as digests had come when the preferences changed. */
  readonly coveredThrough: CalendarDate;
  /** The last day whose changes of the data are covered already; absent from older rows: `coveredThrough`. */
  readonly changesToldThrough?: CalendarDate | undefined;
  /** The instant from which the present hour, zone, weekday and frequency hold; ISO 8601 in UTC. */
  readonly scheduledSince: string;
  /** The instant from which the present preferences hold, when the filter alone changed last; ISO 8601 in UTC. */
  readonly preferredSince?: string | undefined;
  /** How many mails have asked this address to confirm since it last did, and when the last one did; ISO 8601 in UTC. */
  readonly confirmationMails: number;
  readonly confirmationMailedAt?: string;
  /** When the person last confirmed; ISO 8601 in UTC. */
  readonly confirmedAt?: string;
  /** When the person unsubscribed; ISO 8601 in UTC. */
  readonly endedAt?: string;
  /** When they last undid an unsubscription: digests planned before are void, but links stay valid; ISO 8601 in UTC. */
  readonly reinstatedAt?: string | undefined;
  readonly suppressedFor?: SuppressionReason | undefined;
  /** When the latest event happened that suppresses them; ISO 8601 in UTC. */
  readonly suppressedAt?: string | undefined;
  /** Where the operator who imported an active subscriber recorded their consent. */
  readonly consent?: string;
  /** The id under which the address is pending that they last asked to move to. */
  readonly newAddressId?: string;
  /** From when mails went to the present address, if it is not the first; ISO 8601 in UTC. */
  readonly addressSince?: string;
  /** The versions of recently replaced addresses, oldest first. The addresses themselves are stored apart and expire. */
  readonly addressesLeft?: readonly AddressLeft[];
  /** Only of an address that an active subscriber asked to move to: that subscriber, and whether the owner has confirmed. */
  readonly movesFrom?: {
    readonly subscriberId: string;
    readonly subscriptionVersion: number;
    readonly isConfirmed?: boolean | undefined;
  };
  /**
   * The latest request for a mail beside the digests, and whether it is done with: its mail is out, or can never be.
   * Until `leaseEnds` a sender is at work on it; ISO 8601 in UTC.
   */
  readonly notice?: { readonly request: string; readonly isDone: boolean; readonly leaseEnds?: string };
};

export type AddressLeft = {
  /** The access version that the move made void: names the address among those of its subscriber. */
  readonly version: number;
  /** Until when it can be undone; ISO 8601 in UTC. */
  readonly until: string;
  /** The id under which the address was held that they moved to. */
  readonly holderId: string;
  /** An earlier address has taken the subscription back: this one cannot any more. */
  readonly isClosed?: boolean | undefined;
};

/** What decides when a subscriber's next digest goes out and from which day it covers. */
export type Schedule = Pick<
  Subscriber,
  'preferences' | 'coveredThrough' | 'changesToldThrough' | 'scheduledSince' | 'preferredSince'
>;

export type SubscriberId = Subscriber['id'];
