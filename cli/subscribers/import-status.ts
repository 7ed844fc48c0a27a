/** Whether a row may be subscribed, once a confirmation has been asked for where it never came. */
export type Standing = 'confirmed' | 'pending' | 'left';

/** What exports call those who are on the list and those who have left it: ours, Mailchimp, listmonk, MailerLite. */
const standings: Readonly<Record<Standing, readonly string[]>> = {
  confirmed: ['', 'active', 'confirmed', 'enabled', 'subscribed'],
  pending: ['pending', 'unconfirmed', 'non-subscribed', 'nonsubscribed', 'transactional'],
  left: [
    ...['unsubscribed', 'suppressed', 'blocklisted', 'blacklisted', 'blocked', 'bounced', 'cleaned', 'complained'],
    ...['deleted', 'disabled', 'inactive', 'removed', 'spam', 'junk', 'archived'],
  ],
};

/** The standing that a status in lower case stands for; `undefined` if none is known. */
export function readStanding(status: string): Standing | undefined {
  const known: readonly Standing[] = ['confirmed', 'pending', 'left'];
  return known.find((standing) => standings[standing].includes(status));
}

/** Whether a cell such as a date or a reason of leaving is filled: neither empty nor a spreadsheet's "no". */
export function saysLeft(cell: string): boolean {
  return !/^(?:|0|no|false)$/i.test(cell);
}
