import type { Preferences, Subscriber, SubscriberId } from './subscriber.ts';

/**
 * A mail that is not a digest, as it waits in the queue: somebody asks for digests (`confirmation`) or for a link to
 * their preferences (`link`) and nobody knows yet who they are; a day has gone by without confirmation (`reminder`);
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
