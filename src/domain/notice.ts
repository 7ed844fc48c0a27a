import { LEASE_MS } from './delivery.ts';
import type { Preferences } from './preferences.ts';
import type { Subscriber, SubscriberId } from './subscriber.ts';
import { remind, requestSubscription } from './subscription.ts';

/**
 * A queued request for a mail that is not a digest. `confirmation`: to subscribe or, with `movesFrom`, to change the
 * address. `link`: to get a link to the preferences. Both come from an address whose owner is not verified yet.
 * `reminder`: after an import, or a day without confirmation. `goodbye`: after unsubscribing. `move`: the owner of a new
 * address confirmed it. `move-back`: that of an earlier address takes the subscription back.
 */
export type NoticeRequest =
  | (FromOutside & {
      readonly kind: 'confirmation';
      readonly preferences: Preferences;
      readonly movesFrom?: Subscriber['movesFrom'];
    })
  | (FromOutside & { readonly kind: 'link' })
  | (Whose & { readonly kind: 'reminder' | 'goodbye' })
  | MoveRequest;

/** The subscriber of a move: for `move` the pending one of the new address, for `move-back` the one who moved, with the version of the address they left. */
export type MoveRequest = Whose & { readonly kind: 'move' | 'move-back' };

type Whose = { readonly subscriberId: SubscriberId; readonly subscriptionVersion: number };

type FromOutside = {
  readonly email: Subscriber['email'];
  /** The IP address of the requester, for rate limits only. */
  readonly ip: string;
};

/** A decoy, queued instead of a form that a bot filled in, so that the response takes equally long. It sends no mail. */
export type Decoy = { readonly kind: 'decoy' };

/** The sort of mail. `address` asks a new address to confirm; `moved` and `moved-back` go to the address that was left. */
export type Notice = 'confirmation' | 'preferences' | 'reminder' | 'goodbye' | 'address' | 'moved' | 'moved-back';

/** Checks whether a notice, named as in the tag of its mail, went to an address that its subscriber had left. */
export function goesToEarlierAddress(notice: string): boolean {
  return notice === 'moved' || notice === 'moved-back';
}

type Asking = {
  /** The subscriber's id, derived from the address. */
  readonly id: SubscriberId;
  /** The idempotency key of the request: the same however often its message is delivered. */
  readonly requestId: string;
  readonly at: Date;
  readonly erasedVersion?: number | undefined;
};

/**
 * Applies a request to a subscriber; `undefined` if it sends no mail (see `noticeFor`).
 * Idempotent: a repeated request neither raises the subscription version twice nor loses a mail.
 */
export function applyRequest(
  known: Subscriber | undefined,
  request: NoticeRequest,
  asking: Asking,
): Subscriber | undefined {
  if (known?.notice?.request === asking.requestId) return known;
  const subscriber = subscriberAfter(request, known, asking);
  return subscriber && { ...subscriber, notice: { request: asking.requestId, isDone: false } };
}

function subscriberAfter(
  request: NoticeRequest,
  known: Subscriber | undefined,
  asking: Asking,
): Subscriber | undefined {
  if (request.kind === 'confirmation' && known?.status !== 'active') {
    const { email, preferences, movesFrom } = request;
    return requestSubscription(known, { ...asking, email, preferences, movesFrom });
  }
  if (known === undefined || noticeFor(request, known) === undefined) return undefined;
  return request.kind === 'reminder' ? remind(known, asking.at) : known;
}

/**
 * Returns the notice that a request sends to the subscriber as they are now; `undefined` if it is obsolete. An active
 * subscriber who asks again gets the link to their preferences.
 */
export function noticeFor(request: NoticeRequest, known: Subscriber): Notice | undefined {
  if ('email' in request && known.status === 'active') return 'preferences';
  if (request.kind === 'move' || request.kind === 'move-back') {
    if (!known.movesFrom?.isConfirmed) return undefined;
    return request.kind === 'move' ? 'moved' : 'moved-back';
  }
  if (request.kind === 'confirmation') return askingFor(known);
  if (request.kind === 'link' || request.subscriptionVersion !== known.subscriptionVersion) return undefined;
  if (request.kind === 'goodbye') return known.status === 'unsubscribed' ? 'goodbye' : undefined;
  if (known.status !== 'pending' || known.movesFrom !== undefined) return undefined;
  return known.confirmationMails > 1 ? 'reminder' : 'confirmation';
}

/** A lease on a notice, as long as one on a delivery: the subscriber to store, and the mail to send. */
export type NoticeLease = { readonly subscriber: Subscriber; readonly notice: Notice };

/**
 * Acquires the lease on the mail of a request that was applied to `known`. `held`: another sender has it, or SES may have
 * accepted the mail. `mailed`: already sent. `nobody`: a later request replaced it, or it is obsolete.
 */
export function acquireNotice(
  known: Subscriber | undefined,
  request: NoticeRequest,
  { requestId, at }: Pick<Asking, 'requestId' | 'at'>,
): NoticeLease | 'held' | 'mailed' | 'nobody' {
  const asked = known?.notice;
  if (known === undefined || asked?.request !== requestId) return 'nobody';
  if (asked.isDone) return 'mailed';
  const notice = noticeFor(request, known);
  if (notice === undefined) return 'nobody';
  if (asked.leaseEnds !== undefined && asked.leaseEnds > at.toISOString()) return 'held';
  const leaseEnds = new Date(at.getTime() + LEASE_MS).toISOString();
  return { subscriber: { ...known, notice: { request: requestId, isDone: false, leaseEnds } }, notice };
}

/** Marks a request as done, or releases it for an immediate retry; `undefined` if a later request replaced it or it is done already. */
export function settleNotice(
  known: Subscriber | undefined,
  requestId: string,
  { isDone }: { readonly isDone: boolean },
): Subscriber | undefined {
  if (known?.notice?.request !== requestId || known.notice.isDone) return undefined;
  return { ...known, notice: { request: requestId, isDone } };
}

function askingFor({ status, movesFrom }: Subscriber): 'confirmation' | 'address' | undefined {
  if ((status !== 'pending' && status !== 'suppressed') || movesFrom?.isConfirmed) return undefined;
  return movesFrom === undefined ? 'confirmation' : 'address';
}
