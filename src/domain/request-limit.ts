/** The most requests of one origin in a window of whole hours. */
export type RequestLimit = { readonly most: number; readonly hours: number };

/**
 * Rate limits that keep the sign-up form from being used to mail-bomb strangers: per network (the /64 of an IPv6 address), per
 * site (its /48), per mailbox, per recipient domain, and overall. Requests for a settings link have a limit per mailbox of
 * their own and spend no budget that strangers can exhaust; reports of errors have one per network and one for all.
 */
export const requestLimits = {
  network: { most: 10, hours: 1 },
  site: { most: 50, hours: 1 },
  link: { most: 3, hours: 24 },
  mailbox: { most: 3, hours: 24 },
  domain: { most: 100, hours: 1 },
  overall: { most: 500, hours: 1 },
  report: { most: 5, hours: 1 },
  reports: { most: 200, hours: 24 },
} as const satisfies Record<string, RequestLimit>;

/** Limits on mails to a mailbox that does not answer: one in 24 hours, three in 90 days. */
const MS_BETWEEN_UNANSWERED = 24 * 3_600_000;
const MAX_UNANSWERED = 3;
export const UNANSWERED_WINDOW_MS = 90 * 24 * 3_600_000;

/** Checks whether one more mail may go to a mailbox that has not responded to those sent at `mailedAt` (ISO 8601 in UTC). */
export function mayMailAgain(mailedAt: readonly string[], at: Date): boolean {
  const ago = (instant: string) => at.getTime() - Date.parse(instant);
  if (mailedAt.some((instant) => ago(instant) < MS_BETWEEN_UNANSWERED)) return false;
  return mailedAt.filter((instant) => ago(instant) < UNANSWERED_WINDOW_MS).length < MAX_UNANSWERED;
}

/**
 * Normalises an address to the mailbox that it most likely reaches: without case, dots and tags. Most providers accept
 * `+tag`, Yahoo `-tag`, Fastmail also `anything@user.fastmail.com`; `googlemail.com` is `gmail.com`.
 * For counting only; mail goes to the address as given.
 *
 * @example
 * mailboxOf('Jo.Desk+news@Ministry.example') // => 'jodesk@ministry.example'
 */
export function mailboxOf(address: string): string {
  const [typed = '', typedDomain = ''] = address.toLowerCase().split('@');
  const [, user, provider] = /^([^.]+)\.(fastmail\.(?:com|fm)|messagingengine\.com)$/.exec(typedDomain) ?? [];
  const domain = provider ?? (typedDomain === 'googlemail.com' ? 'gmail.com' : typedDomain);
  const isYahoo = /^(yahoo\.[a-z.]+|ymail\.com|rocketmail\.com)$/.test(domain);
  const local = (user ?? typed).replace(isYahoo ? /[+-].*/ : /\+.*/, '').replaceAll('.', '');
  return `${local}@${domain}`;
}

/**
 * Returns the network of an IP address: the address itself, or the /64 of an IPv6 address, as every household has a
 * whole /64 or more.
 *
 * @example
 * networkOf('2001:db8::7') // => '2001:db8:0:0'
 * networkOf('::ffff:192.0.2.1') // => '192.0.2.1'
 */
export function networkOf(ip: string): string {
  return ipPrefix(ip, 4);
}

/** Returns the site of an IP address: the address itself, or the /48 of an IPv6 address, as a customer may be assigned a whole /48. */
export function siteOf(ip: string): string {
  return ipPrefix(ip, 3);
}

function ipPrefix(ip: string, groups: number): string {
  const last = ip.slice(ip.lastIndexOf(':') + 1);
  if (last.includes('.') || !ip.includes(':')) return last;
  const [before = '', after = ''] = ip.split('::');
  const groupsIn = (part: string) => part.split(':').filter((group) => group !== '');
  const [head, tail] = [groupsIn(before), groupsIn(after)];
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, groups).join(':');
}
