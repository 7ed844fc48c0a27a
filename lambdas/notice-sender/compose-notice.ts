import type { LinkSigner } from '../../src/adapters/lambda/link-signer.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { lastDayToUndo } from '../../src/domain/subscription.ts';
import type { Mail } from '../../src/mail/digest-mail.ts';
import { confirmationMail, goodbyeMail, preferencesMail, reminderMail } from '../../src/mail/notice-mails.ts';
import { paths, withToken } from '../../src/web/paths.ts';

type Ports = {
  readonly links: Pick<LinkSigner, 'sign'>;
  readonly siteUrl: string;
  readonly domain: string;
  readonly now: () => Date;
};

/** What the link of a mail may do, and the page that it opens. */
const actions = {
  confirmation: ['confirm', paths.confirm],
  reminder: ['confirm', paths.confirm],
  preferences: ['manage', paths.preferences],
  goodbye: ['undo', paths.undoUnsubscribe],
} as const;

/** The mail, with links that act for this subscriber alone. `askedAt` tells two requests for the same mail apart. */
export function composeNotice(
  notice: Notice,
  { subscriber, askedAt }: { readonly subscriber: Subscriber; readonly askedAt: Date },
  { links, siteUrl, domain, now }: Ports,
): Mail {
  const bearer = { subscriberId: subscriber.id, subscriptionVersion: subscriber.subscriptionVersion };
  const [purpose, path] = actions[notice];
  const reader = {
    subscriber,
    domain,
    links: {
      site: siteUrl,
      action: siteUrl + withToken(path, links.sign(purpose, bearer, now())),
      unsubscribe: siteUrl + withToken(paths.unsubscribe, links.sign('unsubscribe', bearer, now())),
    },
  };
  if (notice === 'confirmation') return confirmationMail(reader);
  if (notice === 'reminder') return reminderMail(reader);
  if (notice === 'preferences') return preferencesMail({ ...reader, at: askedAt });
  const undoUntil = lastDayToUndo(subscriber);
  if (undoUntil === undefined) throw new Error(`Subscriber ${subscriber.id} has not unsubscribed`);
  return goodbyeMail({ ...reader, undoUntil });
}
