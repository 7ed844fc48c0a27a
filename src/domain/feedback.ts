import type { CalendarDate } from './calendar-date.ts';
import { goesToEarlierAddress } from './notice.ts';
import type { Subscriber, SubscriberId, SuppressionReason } from './subscriber.ts';

/**
 * What SES publishes about a mail that it accepted, named after the field that records when. Delivered: the recipient's
 * mail server took it. Delayed: not yet. A transient bounce: SES has given up this mail, and a later one may get through;
 * after a delivery it is no bounce but an automatic answer, such as out of office. A permanent bounce: no mail will.
 * On the suppression list: SES did not even try. A complaint: the recipient called it unwanted. Rejected: SES found a virus.
 */
export const feedbackKinds = [
  'deliveredAt',
  'delayedAt',
  'transientBounceAt',
  'permanentBounceAt',
  'onSuppressionListAt',
  'complaintAt',
  'rejectedAt',
] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** The events of one mail, with their times; ISO 8601 in UTC. Events are only added, so the order of arrival does not matter. */
export type MailFeedback = { readonly [kind in FeedbackKind]?: string };

type AboutMail = {
  /** When it happened; ISO 8601 in UTC. */
  readonly at: string;
  readonly mail: {
    /** The id that SES gave to it. */
    readonly messageId: string;
    /** When SES accepted it; ISO 8601 in UTC. */
    readonly acceptedAt: string;
    readonly subscriberId: SubscriberId;
    /** The date that a digest is for; a notice has none. */
    readonly on?: CalendarDate;
    /** Which notice it is, and the request that it answers; a digest has neither. */
    readonly notice?: string;
    readonly request?: string;
  };
};

/** SES accepted the mail. */
export type Acceptance = AboutMail & { readonly kind: 'sent' };
export type MailEvent = AboutMail & { readonly kind: FeedbackKind };

/** One event that SES published about one mail of ours. It may come twice, late, and before the sender's own record. */
export type Feedback = Acceptance | MailEvent;

const suppressing: readonly Feedback['kind'][] = [
  'transientBounceAt',
  'permanentBounceAt',
  'onSuppressionListAt',
  'complaintAt',
];

/** Whether feedback of this kind can be a reason to send its subscriber no more mail. */
export function maySuppress(kind: Feedback['kind']): boolean {
  return suppressing.includes(kind);
}

/** A digest that was sent, with all its events. */
export type SentDigest = MailFeedback & { readonly claimedAt: string };

/** An address that takes no mail counts as dead after this many digests in a row, over at least this time. */
const UNDELIVERED_IN_A_ROW = 3;
const MIN_MS_OUT_OF_REACH = 7 * 24 * 3_600_000;

/**
 * Applies feedback to a subscriber. A permanent bounce and a complaint suppress at once; a transient bounce does when it is
 * at least the third undelivered digest in a row, over at least a week. Feedback on mails of an earlier subscription, or
 * from before the confirmation, changes nothing. A dead address outweighs a complaint.
 *
 * `digests`: all digests to the subscriber, oldest first.
 */
export function afterFeedback(
  known: Subscriber | undefined,
  feedback: Feedback,
  digests: readonly SentDigest[],
): Subscriber | undefined {
  if (known === undefined || !concernsThisSubscription(known, feedback)) return known;
  if (feedback.kind === 'deliveredAt') return afterLateDelivery(known, digests);
  const reason = reasonToSuppress(known, feedback, digests);
  if (reason === undefined) return known;
  const suppressedFor = known.suppressedFor === 'bounce' ? 'bounce' : reason;
  const suppressedAt = latest(feedback.at, known.suppressedAt);
  if (known.suppressedFor === suppressedFor && known.suppressedAt === suppressedAt) return known;
  return { ...known, status: 'suppressed', suppressedFor, suppressedAt };
}

function latest(one: string, other = ''): string {
  return one > other ? one : other;
}

/** Undoes a suppression for undelivered digests when SES publishes the delivery of one of them only afterwards. */
function afterLateDelivery(known: Subscriber, digests: readonly SentDigest[]): Subscriber {
  const present = digests.filter(({ claimedAt }) => wasMailedInThisSubscription(known, claimedAt));
  const without = present.map(({ deliveredAt, ...digest }) => digest);
  const isDead = present.some(({ permanentBounceAt, onSuppressionListAt }) => permanentBounceAt ?? onSuppressionListAt);
  if (known.suppressedFor !== 'bounce' || isDead || isOutOfReach(present) || !isOutOfReach(without)) return known;
  if (present.some(({ complaintAt }) => complaintAt !== undefined)) return { ...known, suppressedFor: 'complaint' };
  const { suppressedFor, suppressedAt, ...rest } = known;
  return { ...rest, status: known.endedAt === undefined ? 'active' : 'unsubscribed' };
}

function concernsThisSubscription(known: Subscriber, { at, mail }: Feedback): boolean {
  if (mail.notice !== undefined && goesToEarlierAddress(mail.notice)) return false;
  return wasMailedInThisSubscription(known, mail.acceptedAt) && at >= (known.confirmedAt ?? '');
}

/** What the clocks of SES and ours may differ by (ms). */
const CLOCKS_APART_MS = 10_000;

/**
 * A subscription begins with the request that raised its version, to the second of that request or further. Mail to
 * an earlier address says nothing about the present one.
 */
function wasMailedInThisSubscription(
  { subscriptionVersion, addressSince = '' }: Subscriber,
  mailedAt: string,
): boolean {
  return mailedAt >= addressSince && Date.parse(mailedAt) + CLOCKS_APART_MS >= subscriptionVersion * 1000;
}

function reasonToSuppress(
  known: Subscriber,
  { kind }: Feedback,
  digests: readonly SentDigest[],
): SuppressionReason | undefined {
  if (kind === 'complaintAt') return 'complaint';
  if (kind === 'permanentBounceAt' || kind === 'onSuppressionListAt') return 'bounce';
  if (kind !== 'transientBounceAt') return undefined;
  return isOutOfReach(digests.filter(({ claimedAt }) => wasMailedInThisSubscription(known, claimedAt)))
    ? 'bounce'
    : undefined;
}

/** Finds the row anywhere, and lets a digest with an unknown outcome break it: late events can then only complete a row. */
function isOutOfReach(digests: readonly SentDigest[]): boolean {
  let row: SentDigest[] = [];
  return digests.some((digest) => {
    const isUndelivered = digest.transientBounceAt !== undefined && digest.deliveredAt === undefined;
    row = isUndelivered ? [...row, digest] : [];
    const [first = digest] = row;
    const ms = Date.parse(digest.claimedAt) - Date.parse(first.claimedAt);
    return row.length >= UNDELIVERED_IN_A_ROW && ms >= MIN_MS_OUT_OF_REACH;
  });
}
