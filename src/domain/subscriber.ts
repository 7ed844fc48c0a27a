import type { CalendarDate, Weekday } from './calendar-date.ts';
import type { LeapDayRule, MilestonePolicy } from './milestone.ts';
import { defaultKinds, type EventKind, type Pair, type StateCode } from './relation-event.ts';

export const frequencies = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

/** The languages that Jubilee writes, the six of the United Nations, as BCP 47 tags. */
export const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Which milestones a subscriber is told of, how long ahead, and when their digest goes out. */
export type Preferences = {
  /** States followed with all their partners. No states and no pairs: the whole world. */
  readonly states: readonly StateCode[];
  readonly pairs: readonly Pair[];
  readonly kinds: readonly EventKind[];
  readonly policy: MilestonePolicy;
  /** Days of notice, each 0 to 550. */
  readonly leadTimes: readonly number[];
  readonly frequency: Frequency;
  /** The day of a weekly digest. */
  readonly weekday: Weekday;
  /** Full hour of the subscriber's local time, 0 to 23. */
  readonly hour: number;
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly language: Language;
  readonly leapDay: LeapDayRule;
  /** Also tell happy anniversaries of relations that are broken off. */
  readonly includeSevered: boolean;
  /** Also send a digest when nothing is due. */
  readonly sendEmpty: boolean;
};

export const MAX_LEAD_TIME = 550;

export const defaultPreferences: Preferences = {
  states: [],
  pairs: [],
  kinds: defaultKinds,
  policy: 'fives',
  leadTimes: [30, 7, 0],
  frequency: 'daily',
  weekday: 'monday',
  hour: 8,
  timeZone: 'UTC',
  language: 'en',
  leapDay: 'feb28',
  includeSevered: false,
  sendEmpty: false,
};

export const subscriberStatuses = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberStatus = (typeof subscriberStatuses)[number];

/** Why an address is not mailed: it does not exist, or its owner called a mail unwanted. */
export const suppressionReasons = ['bounce', 'complaint'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** One address and what it wants. */
export type Subscriber = {
  readonly id: string;
  readonly email: string;
  readonly status: SubscriberStatus;
  /** Raised by every new subscription of the same address, so that links of an earlier life do not act. */
  readonly subscriptionVersion: number;
  /** Raised by every reset of the address of the subscriber's own calendar; until the first one it is their subscription version. */
  readonly calendarVersion?: number;
  readonly preferences: Preferences;
  /** The last local date that needs no digest any more: the day before confirmation, or what was covered when the preferences changed. */
  readonly coveredThrough: CalendarDate;
  /** The instant from which the present hour, zone, weekday and frequency hold; ISO 8601 in UTC. */
  readonly scheduledSince: string;
  /** The instant from which the present preferences hold, when wishes about content alone changed last; ISO 8601 in UTC. */
  readonly preferredSince?: string | undefined;
  /** How many mails have asked this address to confirm since it last did, and when the last one did; ISO 8601 in UTC. */
  readonly confirmationMails: number;
  readonly confirmationMailedAt?: string;
  /** When the person last confirmed; ISO 8601 in UTC. */
  readonly confirmedAt?: string;
  /** When the person unsubscribed; ISO 8601 in UTC. */
  readonly endedAt?: string;
  /** When they last took their unsubscribing back: a life of its own for digests, under the links of the one before; ISO 8601 in UTC. */
  readonly reinstatedAt?: string | undefined;
  readonly suppressedFor?: SuppressionReason;
  /** Where the operator who imported an active subscriber recorded their consent. */
  readonly consent?: string;
  /**
   * The latest request for a mail beside the digests, and whether it is done with: its mail is out, or can never be.
   * Until `leaseEnds` a sender is at work on it; ISO 8601 in UTC.
   */
  readonly notice?: { readonly request: string; readonly isDone: boolean; readonly leaseEnds?: string };
};

/** What decides when a subscriber's next digest goes out and from which day it covers. */
export type Schedule = Pick<Subscriber, 'preferences' | 'coveredThrough' | 'scheduledSince' | 'preferredSince'>;

export type SubscriberId = Subscriber['id'];
