import { type LinkPurpose, toBearer } from '../../../src/adapters/lambda/link-signer.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import type { Ports } from '../ports.ts';

/**
 * Finds the subscriber of a link. `expired`: it was valid. `invalid`: it never was, its key is retired, it belongs to an
 * earlier subscription or address, or the subscriber was erased.
 */
export async function verifyLink(
  purpose: LinkPurpose,
  token: string,
  { links, subscribers, now }: Pick<Ports, 'links' | 'subscribers' | 'now'>,
): Promise<Subscriber | 'invalid' | 'expired'> {
  const bearer = links.verify(purpose, token, now());
  if (typeof bearer === 'string') return bearer;
  const known = await subscribers.find(bearer.subscriberId);
  return known && toBearer(known, purpose).subscriptionVersion === bearer.subscriptionVersion ? known : 'invalid';
}

/** Returns the status for an unusable link: 410 Gone if expired, 400 if invalid. */
export function refusalStatus(refusal: 'invalid' | 'expired'): 400 | 410 {
  return refusal === 'expired' ? 410 : 400;
}
