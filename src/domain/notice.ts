import { LEASE_MS } from './delivery.ts';
import type { Preferences } from './preferences.ts';
import type { Subscriber, SubscriberId } from './subscriber.ts';
import { remind, requestSubscription } from './subscription.ts';

/**
 * A mail that is not a digest, as it waits in the queue: somebody asks for digests (`confirmation`; for those of an active
 * subscriber, with `movesFrom`) or for a link to their preferences (`link`) and nobody knows yet who they are; one has been
 * imported, or a day has gone by without confirmation (`reminder`); somebody has unsubscribed (`goodbye`); the owner of a
 * new address has confirmed it (`move`), or that of an earlier one takes the subscription back (`move-back`).
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

/** `move` names the pending subscriber of the new address, `move-back` the one who moved and the version of the address that they left. */
export type MoveRequest = Whose & { readonly kind: 'move' | 'move-back' };

type Whose = { readonly subscriberId: SubscriberId; readonly subscriptionVersion: number };

type FromOutside = {
  readonly email: Subscriber['email'];
  /** The IP address that the request came from: only ever counted. */
  readonly ip: string;
};

/** A decoy, queued in place of a form that a bot filled in, so that its answer takes as long. It brings no mail. */
export type Decoy = { readonly kind: 'decoy' };

/** Which mail is written. `address` asks a new address to confirm; `moved` and `moved-back` go to the one that was left. */
export type Notice = 'confirmation' | 'preferences' | 'reminder' | 'goodbye' | 'address' | 'moved' | 'moved-back';

/** Whether the mail, named as in its tag, went to an address that its subscriber had left. */
export function goesToEarlierAddress(notice: string): boolean {
  return notice === 'moved' || notice === 'moved-back';
}

type Asking = {
  /** The subscriber of the request: the address decides. */
  readonly id: SubscriberId;
  /** Names the request: it is the same however often its message is delivered. */
  readonly requestId: string;
  readonly at: Date;
  readonly erasedVersion?: number | undefined;
};

/**
 * Applies a request to a subscriber, to be mailed `noticeFor` them; `undefined` if it brings no mail.
 * A repeated request changes nothing: it neither raises a subscription version twice nor loses a mail.
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
 * The mail that a request brings to the subscriber as they are now; `undefined` when they have moved on. An active subscriber
 * who asks again is sent the link to their preferences.
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

/** The lease on a notice, as long as that on a delivery: the subscriber to write, and the mail to send. */
export type NoticeLease = { readonly subscriber: Subscriber; readonly notice: Notice };

/**
 * Takes the lease on the mail of a request that was applied to `known`. `held`: another sender has it, or SES may have
 * accepted the mail. `mailed`: it is out. `nobody`: a later request has replaced it, or the subscriber has moved on.
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

/** The subscriber whose request is done with, or may be tried again at once; `undefined` when a later request has come, or there is no news. */
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
