import type { CalendarDate } from './calendar-date.ts';
import { goesToEarlierAddress } from './notice.ts';
import type { Subscriber, SubscriberId, SuppressionReason } from './subscriber.ts';

/**
 * The kinds of SES event about an accepted mail, named after the field that records its time. Delivered: the recipient's
 * mail server accepted it. Delayed: not yet. Transient bounce: SES gave up on this mail, but a later one may get through;
 * after a delivery it is an automatic reply, such as out of office. Permanent bounce: no mail will get through.
 * On the suppression list: SES did not try. Complaint: the recipient reported it as spam. Rejected: SES found a virus.
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
    /** The message id assigned by SES. */
    readonly messageId: string;
    /** When SES accepted it; ISO 8601 in UTC. */
    readonly acceptedAt: string;
    readonly subscriberId: SubscriberId;
    /** The date of a digest; absent for a notice. */
    readonly on?: CalendarDate;
    /** The sort of notice and the request that it answers; absent for a digest. */
    readonly notice?: string;
    readonly request?: string;
  };
};

/** SES accepted the mail. */
export type Acceptance = AboutMail & { readonly kind: 'sent' };
export type MailEvent = AboutMail & { readonly kind: FeedbackKind };

/** One event that SES published about one of our mails. It may arrive twice, late, or before the sender's own record. */
export type Feedback = Acceptance | MailEvent;

const suppressing: readonly Feedback['kind'][] = [
  'transientBounceAt',
  'permanentBounceAt',
  'onSuppressionListAt',
  'complaintAt',
];

/** Checks whether feedback of this kind can suppress its subscriber. */
export function maySuppress(kind: Feedback['kind']): boolean {
  return suppressing.includes(kind);
}

/** A digest on record with all its events. */
export type SentDigest = MailFeedback & { readonly claimedAt: string };

/** The number of undelivered digests in a row, and the least time that they span, after which an address counts as dead. */
const UNDELIVERED_IN_A_ROW = 3;
const MIN_MS_OUT_OF_REACH = 7 * 24 * 3_600_000;

/**
 * Applies feedback to a subscriber. A permanent bounce or a complaint suppresses at once; transient bounces do after three
 * undelivered digests in a row over at least a week. Feedback on mails of an earlier subscription, or from before the
 * confirmation, changes nothing. A dead address outweighs a complaint.
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

/** Undoes a suppression for undelivered digests if SES reports the delivery of one of them late. */
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

/** The assumed clock skew between SES and us (ms). */
const CLOCKS_APART_MS = 10_000;

/**
 * Checks whether a mail belongs to this subscription, whose version is the Unix time of its request, or higher. Mail to
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

/** Looks for a row anywhere. A digest with an unknown outcome breaks it, so that late events can only complete a row. */
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
