/** How many requests of one origin are served in a window of whole hours. */
export type RequestLimit = { readonly most: number; readonly hours: number };

/**
 * What keeps the sign-up form from being used to bomb strangers: at most so many requests from one IP address, to one
 * mailbox, to one recipient domain, and altogether. `overall` bounds the confirmation mails that anybody can cause.
 */
export const requestLimits = {
  ip: { most: 10, hours: 1 },
  mailbox: { most: 3, hours: 24 },
  domain: { most: 100, hours: 1 },
  overall: { most: 500, hours: 1 },
} as const satisfies Record<string, RequestLimit>;

/**
 * The mailbox that an address most likely reaches: without case, dots and `+tag`, which many providers ignore.
 * For counting only; mail goes to the address as it was given.
 *
 * @example
 * mailboxOf('Jo.Desk+news@Ministry.example') // => 'jodesk@ministry.example'
 */
export function mailboxOf(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@${domain}`;
}

/**
 * The network that an IP address belongs to: the address itself, or the first 64 bits of an IPv6 address, of which
 * every household has as many as it likes.
 *
 * @example
 * networkOf('2001:db8::7') // => '2001:db8:0:0'
 * networkOf('::ffff:192.0.2.1') // => '192.0.2.1'
 */
export function networkOf(ip: string): string {
  const last = ip.slice(ip.lastIndexOf(':') + 1);
  if (last.includes('.') || !ip.includes(':')) return last;
  const [before = '', after = ''] = ip.split('::');
  const [head, tail] = [before, after].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0)) }, () => '0');
  return [...(head ?? []), ...zeros, ...(tail ?? [])].slice(0, 4).join(':');
}
