/** The status of a row: subscribed, not yet confirmed, or gone. */
export type Standing = 'confirmed' | 'pending' | 'left';

/** The words for each status in exports: ours, Mailchimp, listmonk, MailerLite. */
const standings: Readonly<Record<Standing, readonly string[]>> = {
  confirmed: ['', 'active', 'confirmed', 'enabled', 'subscribed'],
  pending: ['pending', 'unconfirmed', 'non-subscribed', 'nonsubscribed', 'transactional'],
  left: [
    ...['unsubscribed', 'suppressed', 'blocklisted', 'blacklisted', 'blocked', 'bounced', 'cleaned', 'complained'],
    ...['deleted', 'disabled', 'inactive', 'removed', 'spam', 'junk', 'archived'],
  ],
};

/** Parses a status in lower case; `undefined` if unknown. */
export function readStanding(status: string): Standing | undefined {
  const known: readonly Standing[] = ['confirmed', 'pending', 'left'];
  return known.find((standing) => standings[standing].includes(status));
}

/** Checks whether a cell, such as the date or reason of an unsubscription, is neither empty nor a spreadsheet's "no". */
export function saysLeft(cell: string): boolean {
  return !/^(?:|0|no|false)$/i.test(cell);
}
