import type { CalendarDate } from './calendar-date.ts';
import type { Subscriber, SubscriberId, SuppressionReason } from './subscriber.ts';

/**
 * What SES tells of a mail that it accepted, named after the field that records when. Delivered: the recipient's mail
 * server took it. Delayed: not yet. A transient bounce: SES has given up this mail, a later one may get through.
 * A permanent bounce: no mail will. A complaint: the recipient called it unwanted. Rejected: SES found a virus in it.
 */
export const feedbackKinds = [
  'deliveredAt',
  'delayedAt',
  'transientBounceAt',
  'permanentBounceAt',
  'complaintAt',
  'rejectedAt',
] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** What has been told of one mail, and for when; ISO 8601 in UTC. Nothing is ever taken back, so the order in which it was told leaves no trace. */
export type MailFeedback = { readonly [kind in FeedbackKind]?: string };

type AboutMail = {
  /** When it came about; ISO 8601 in UTC. */
  readonly at: string;
  readonly mail: {
    /** The id that SES gave to it. */
    readonly messageId: string;
    /** When SES accepted it; ISO 8601 in UTC. */
    readonly acceptedAt: string;
    readonly subscriberId: SubscriberId;
    /** The date that a digest is for; a notice has none. */
    readonly on?: CalendarDate;
    /** The request that a notice answers; a digest has none. */
    readonly request?: string;
  };
};

/** SES accepted the mail. */
export type Acceptance = AboutMail & { readonly kind: 'sent' };
export type MailEvent = AboutMail & { readonly kind: FeedbackKind };

/** One event that SES published about one mail of ours. It may come twice, late, and before the sender's own record. */
export type Feedback = Acceptance | MailEvent;

const suppressing: readonly Feedback['kind'][] = ['transientBounceAt', 'permanentBounceAt', 'complaintAt'];

/** Whether feedback of this kind can be a reason to send its subscriber no more mail. */
export function maySuppress(kind: Feedback['kind']): boolean {
  return suppressing.includes(kind);
}

/** A digest that was sent, with all that has been told of it. */
export type SentDigest = MailFeedback & { readonly claimedAt: string };

/** So many mails in a row that did not get through: the address is taken for dead. */
const TRANSIENT_BOUNCES_IN_A_ROW = 3;

/**
 * The subscriber after the feedback: suppressed at once by a permanent bounce and by a complaint, and by a transient
 * bounce when it is the third of three digests in a row. Who has confirmed since stays: what became of an earlier
 * life's mails, and what was said before the confirmation, is past. A dead address outweighs a complaint, because it cannot be confirmed.
 *
 * `digests`: all that the subscriber was sent, oldest first.
 */
export function afterFeedback(
  known: Subscriber | undefined,
  feedback: Feedback,
  digests: readonly SentDigest[],
): Subscriber | undefined {
  if (known === undefined || !concernsThisSubscription(known, feedback)) return known;
  const reason = reasonToSuppress(known, feedback, digests);
  if (reason === undefined || (known.status === 'suppressed' && known.suppressedFor !== 'complaint')) return known;
  if (known.suppressedFor === reason) return known;
  return { ...known, status: 'suppressed', suppressedFor: reason };
}

function concernsThisSubscription(known: Subscriber, { at, mail }: Feedback): boolean {
  return wasMailedInThisSubscription(known, mail.acceptedAt) && at >= (known.confirmedAt ?? '');
}

/** What the clocks of SES and ours may differ by (ms). */
const CLOCKS_APART_MS = 10_000;

/** A life begins with the request that raised the subscription version, to the second of that request or further. */
function wasMailedInThisSubscription({ subscriptionVersion }: Subscriber, mailedAt: string): boolean {
  return Date.parse(mailedAt) + CLOCKS_APART_MS >= subscriptionVersion * 1000;
}

function reasonToSuppress(
  known: Subscriber,
  { kind }: Feedback,
  digests: readonly SentDigest[],
): SuppressionReason | undefined {
  if (kind === 'complaintAt') return 'complaint';
  if (kind === 'permanentBounceAt') return 'bounce';
  return kind === 'transientBounceAt' && isOutOfReach(known, digests) ? 'bounce' : undefined;
}

/** Looks for the row anywhere, and lets a digest whose fate is unknown break it: so news that comes late can only complete a row. */
function isOutOfReach(known: Subscriber, digests: readonly SentDigest[]): boolean {
  const present = digests.filter(({ claimedAt }) => wasMailedInThisSubscription(known, claimedAt));
  let row = 0;
  return present.some(({ transientBounceAt }) => {
    row = transientBounceAt === undefined ? 0 : row + 1;
    return row === TRANSIENT_BOUNCES_IN_A_ROW;
  });
}
