import { type LinkSigner, toBearer } from '../../src/adapters/lambda/link-signer.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { lastDayToUndo } from '../../src/domain/subscription.ts';
import type { Mail } from '../../src/mail/digest-mail.ts';
import {
  confirmationMail,
  goodbyeMail,
  movedMail,
  newAddressMail,
  preferencesMail,
  reminderMail,
} from '../../src/mail/notice-mails.ts';
import { paths, withToken } from '../../src/web/paths.ts';

type Ports = {
  readonly links: Pick<LinkSigner, 'sign'>;
  readonly siteUrl: string;
  readonly domain: string;
  readonly now: () => Date;
};

/** The purpose of each mail's link, and the page that it opens. */
const actions = {
  confirmation: ['confirm', paths.confirm],
  reminder: ['confirm', paths.confirm],
  address: ['confirm', paths.confirm],
  preferences: ['manage', paths.preferences],
  goodbye: ['undo', paths.undoUnsubscribe],
  moved: ['undo-move', paths.undoMove],
} as const;

type Addressed = {
  readonly subscriber: Subscriber;
  /** Distinguishes requests for the same mail. */
  readonly askedAt: Date;
  /** The version of the old address to which the mail goes. */
  readonly leftVersion?: number;
};

/** Composes the mail, with links for this subscriber. */
export function composeNotice(notice: Notice, { subscriber, askedAt, leftVersion }: Addressed, ports: Ports): Mail {
  const { links, siteUrl, domain, now } = ports;
  const bearer = toBearer(subscriber, 'unsubscribe');
  const reader = {
    subscriber,
    domain,
    links: {
      site: siteUrl,
      action: siteUrl + actionPath(notice, { subscriber, leftVersion }, ports),
      unsubscribe: siteUrl + withToken(paths.unsubscribe, links.sign('unsubscribe', bearer, now())),
    },
  };
  if (notice === 'confirmation') return confirmationMail(reader);
  if (notice === 'address') return newAddressMail(reader);
  if (notice === 'moved' || notice === 'moved-back') return movedMail(notice, { ...reader, at: askedAt });
  if (notice === 'reminder') return reminderMail(reader);
  if (notice === 'preferences') return preferencesMail({ ...reader, at: askedAt });
  const undoUntil = lastDayToUndo(subscriber);
  if (undoUntil === undefined) throw new Error(`Subscriber ${subscriber.id} has not unsubscribed`);
  return goodbyeMail({ ...reader, undoUntil });
}

function actionPath(
  notice: Notice,
  { subscriber, leftVersion }: Pick<Addressed, 'subscriber' | 'leftVersion'>,
  { links, now }: Ports,
): string {
  if (notice === 'moved-back') return paths.subscribe;
  const [purpose, path] = actions[notice];
  const bearer = toBearer(subscriber, purpose);
  return withToken(
    path,
    links.sign(purpose, { ...bearer, ...(leftVersion && { subscriptionVersion: leftVersion }) }, now()),
  );
}
