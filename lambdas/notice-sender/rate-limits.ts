import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { CountedRequest, LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { MailboxTable, MailedRequest } from '../../src/adapters/dynamodb/mailbox-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { NoticeRequest } from '../../src/domain/notice.ts';
import { mailboxOf, mayMailAgain, networkOf, requestLimits, siteOf } from '../../src/domain/request-limit.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';

type Ports = {
  readonly addresses: AddressKey;
  readonly limits: Pick<LimitTable, 'takeOnce'>;
  readonly mailboxes: MailboxTable;
  readonly subscribers: Pick<SubscriberTable, 'find'>;
  readonly now: () => Date;
};

/**
 * Counts a request from outside, before anything is known about its address, and returns the first limit that it exceeds.
 * Stops counting there, so that one person's excess does not use up shared limits. A redelivered message counts once. A
 * request for a settings link counts towards neither the domain's nor the overall limit, so that a flood of sign-ups does
 * not keep subscribers from their settings.
 */
export async function limitReached(
  { kind, email, ip }: Extract<NoticeRequest, { readonly email: string }>,
  delivered: CountedRequest,
  { addresses, limits }: Ports,
): Promise<keyof typeof requestLimits | undefined> {
  const mailbox = mailboxOf(email);
  const domain = mailbox.slice(mailbox.indexOf('@') + 1);
  const counted = { network: networkOf(ip), site: siteOf(ip), mailbox, link: mailbox, domain, overall: '' } as const;
  const counters = kind === 'link' ? linkCounters : signUpCounters;
  for (const name of counters) {
    const counter = await addresses.counter(name, counted[name]);
    if (!(await limits.takeOnce(counter, requestLimits[name], delivered))) return name;
  }
  return undefined;
}

const linkCounters = ['network', 'site', 'link'] as const;
const signUpCounters = ['network', 'site', 'mailbox', 'domain', 'overall'] as const;

/**
 * Reserves one mail within the limits of a mailbox that does not respond, which count goodbyes separately from
 * confirmations and reminders. A retried request finds its own reservation.
 */
export async function mayMailMailbox(
  kind: 'confirmation' | 'goodbye',
  { id, email, movesFrom }: Subscriber,
  request: string,
  { addresses, mailboxes, subscribers, now }: Ports,
): Promise<boolean> {
  const counter = await addresses.counter(`unanswered-${kind}`, mailboxOf(email));
  const at = now();
  const subscriberId = movesFrom?.subscriberId ?? id;
  const isUnanswered = async (mail: MailedRequest) => {
    const known = await subscribers.find(mail.subscriberId);
    return (known?.confirmedAt ?? '') < mail.at;
  };
  return mailboxes.change(
    counter,
    async (mails) => {
      if (mails.some((mail) => mail.request === request)) return mails;
      const open: MailedRequest[] = [];
      for (const mail of mails) if (kind === 'goodbye' || (await isUnanswered(mail))) open.push(mail);
      const mailedAt = open.map((mail) => mail.at);
      if (!mayMailAgain(mailedAt, at)) return undefined;
      return [...open, { request, subscriberId, at: at.toISOString() }].slice(-MAX_KEPT);
    },
    at,
  );
}

/** The most mails kept, more than the limit of a window. */
const MAX_KEPT = 5;
