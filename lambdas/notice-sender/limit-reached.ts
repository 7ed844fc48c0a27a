import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import { mailboxOf, networkOf, requestLimits } from '../../src/domain/request-limit.ts';

type Ports = { readonly addresses: AddressKey; readonly limits: LimitTable; readonly now: () => Date };

/**
 * Counts a request that would bring a mail; names the first limit that it goes beyond, and counts no further then,
 * so that one person's excess does not use up what all share.
 */
export async function limitReached(
  { email, ip }: { readonly email: string; readonly ip: string },
  { addresses, limits, now }: Ports,
): Promise<keyof typeof requestLimits | undefined> {
  const mailbox = mailboxOf(email);
  const counted = {
    ip: networkOf(ip),
    mailbox,
    domain: mailbox.slice(mailbox.indexOf('@') + 1),
    overall: '',
  } as const;
  for (const kind of ['ip', 'mailbox', 'domain', 'overall'] as const) {
    const counter = await addresses.counter(kind, counted[kind]);
    if (!(await limits.take(counter, requestLimits[kind], now()))) return kind;
  }
  return undefined;
}
