import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NoticeMessage } from '../wording/notice-messages.ts';
import { wordingIn } from '../wording/wording.ts';
import type { Mail } from './digest-mail.ts';
import { headerText } from './header-text.ts';
import { type NoticeOccasion, noticeHeaders } from './mail-headers.ts';
import { noticeHtml } from './notice-html.tsx';
import { noticeLetter } from './notice-letter.ts';
import { noticeText } from './notice-text.ts';

/** The reader of a notice, with its links. */
export type NoticeReader = {
  /** The current status: only an active subscriber gets a link to unsubscribe. */
  readonly subscriber: Pick<Subscriber, 'id' | 'subscriptionVersion' | 'preferences' | 'status'>;
  /** Absolute https addresses. */
  readonly links: NoticeLinks;
  /** The sending domain, part of the message's id. */
  readonly domain: string;
};

type NoticeLinks = {
  /** The home page, without a trailing slash. */
  readonly site: string;
  /** The main link: to confirm, to change settings, or to undo the unsubscription. */
  readonly action: string;
  /** Opens a page with a button, and accepts the one-click POST of RFC 8058. */
  readonly unsubscribe: string;
};

/** Asks the owner of an address to confirm the subscription requested for it. */
export function confirmationMail(reader: NoticeReader): Mail {
  return noticeMail({ notice: 'confirmation', message: messagesFor(reader).confirmation, showsSettings: true }, reader);
}

/** Asks once more, a day later, with a fresh link. */
export function reminderMail(reader: NoticeReader): Mail {
  return noticeMail({ notice: 'reminder', message: messagesFor(reader).reminder }, reader);
}

/** Contains the link to the preferences. `at`: the instant of the request, so that two requests are two mails, but a retry is not. */
export function preferencesMail(reader: NoticeReader & { readonly at: Date }): Mail {
  return noticeMail(
    { notice: 'preferences', message: messagesFor(reader).preferences, occasion: reader.at.toISOString() },
    reader,
  );
}

/** Asks the owner of the address to which a subscriber wants to move. It may be mistyped, so the mail does not say what they follow. */
export function newAddressMail(reader: NoticeReader): Mail {
  return noticeMail({ notice: 'address', message: messagesFor(reader).address }, reader);
}

/** Notifies the old address, with a link to undo the move. It no longer belongs to a subscription, so there is nothing to unsubscribe. */
export function movedMail(notice: 'moved' | 'moved-back', reader: NoticeReader & { readonly at: Date }): Mail {
  const occasion = reader.at.toISOString();
  const subscriber = { ...reader.subscriber, status: 'unsubscribed' as const };
  return noticeMail(
    { notice, message: messagesFor(reader)[notice], occasion, isOffer: true },
    { ...reader, subscriber },
  );
}

/** Confirms that the subscription has ended, and gives the last day to undo that. */
export function goodbyeMail(reader: NoticeReader & { readonly undoUntil: CalendarDate }): Mail {
  const { undoUntil } = reader;
  const message = messagesFor(reader).goodbye(undoUntil);
  return noticeMail({ notice: 'goodbye', message, occasion: undoUntil, isOffer: true }, reader);
}

function messagesFor({ subscriber }: NoticeReader) {
  return wordingIn(subscriber.preferences.language).notices;
}

type Writing = NoticeOccasion & {
  readonly message: NoticeMessage;
  readonly showsSettings?: boolean;
  readonly isOffer?: boolean;
};

function noticeMail(
  { message, showsSettings = false, isOffer = false, ...occasion }: Writing,
  reader: NoticeReader,
): Mail {
  const letter = noticeLetter(message, { ...reader, showsSettings, isOffer });
  return {
    subject: headerText(message.subject),
    text: noticeText(letter),
    html: noticeHtml(letter),
    headers: noticeHeaders(occasion, reader),
  };
}
