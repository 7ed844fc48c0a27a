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
