import type { Preferences, Subscriber, SubscriberId } from './subscriber.ts';
import { reminded, requested } from './subscription.ts';

/**
 * A mail that is not a digest, as it waits in the queue: somebody asks for digests (`confirmation`) or for a link to
 * their preferences (`link`) and nobody knows yet who they are; one has been imported, or a day has gone by without confirmation (`reminder`);
 * somebody has unsubscribed (`goodbye`).
 */
export type NoticeRequest =
  | (FromOutside & { readonly kind: 'confirmation'; readonly preferences: Preferences })
  | (FromOutside & { readonly kind: 'link' })
  | { readonly kind: 'reminder' | 'goodbye'; readonly subscriberId: SubscriberId; readonly generation: number };

type FromOutside = {
  readonly email: Subscriber['email'];
  /** The IP address that the request came from: only ever counted. */
  readonly ip: string;
};

/** Waits in the queue in the place of what a program filled in, so that its answer takes as long. It brings no mail. */
export type Decoy = { readonly kind: 'decoy' };

/** Which mail is written. */
export type Notice = 'confirmation' | 'preferences' | 'reminder' | 'goodbye';

type Asking = {
  /** The subscriber whom the request is about: the address decides. */
  readonly id: SubscriberId;
  /** Names the request: it is the same however often its message is delivered. */
  readonly requestId: string;
  readonly at: Date;
};

/**
 * The subscriber whom a request moves, who is then to be mailed `noticeFor` them; `undefined` when it brings no mail.
 * A request that comes again leaves them as they are: neither is a generation raised twice, nor a mail lost.
 */
export function moved(known: Subscriber | undefined, request: NoticeRequest, asking: Asking): Subscriber | undefined {
  if (known?.notice?.request === asking.requestId) return known;
  const subscriber = outcomeOf(request, known, asking);
  return subscriber && { ...subscriber, notice: { request: asking.requestId, isDone: false } };
}

function outcomeOf(request: NoticeRequest, known: Subscriber | undefined, { id, at }: Asking): Subscriber | undefined {
  if (request.kind === 'confirmation' && known?.status !== 'active') {
    const { email, preferences } = request;
    return requested(known, { id, email, preferences, at });
  }
  if (known === undefined || noticeFor(request, known) === undefined) return undefined;
  return request.kind === 'reminder' ? reminded(known, at) : known;
}

/**
 * The mail that a request brings to the subscriber as they are now; `undefined` when they have moved on. Who is active
 * and asks once more is sent the link to their preferences.
 */
export function noticeFor(request: NoticeRequest, known: Subscriber): Notice | undefined {
  if ('email' in request && known.status === 'active') return 'preferences';
  if (request.kind === 'confirmation') return isAskedToConfirm(known) ? 'confirmation' : undefined;
  if (request.kind === 'link' || request.generation !== known.generation) return undefined;
  if (request.kind === 'goodbye') return known.status === 'unsubscribed' ? 'goodbye' : undefined;
  if (known.status !== 'pending') return undefined;
  return known.confirmationMails > 1 ? 'reminder' : 'confirmation';
}

function isAskedToConfirm({ status, suppressedFor }: Subscriber): boolean {
  return status === 'pending' || suppressedFor === 'complaint';
}
