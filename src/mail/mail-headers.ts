import type { Digest } from '../domain/digest.ts';
import type { Notice } from '../domain/notice.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { headerText } from './header-text.ts';

/** Headers by name, except those that the mailer sets: From, To, Date, Subject and the MIME headers. */
export type MailHeaders = Readonly<Record<string, string>>;

type Addressing = {
  readonly subscriber: Pick<Subscriber, 'id' | 'subscriptionVersion' | 'preferences'>;
  readonly links: { readonly unsubscribe: string };
  readonly domain: string;
};

type NoticeAddressing = Addressing & { readonly subscriber: Pick<Subscriber, 'status'> };

/**
 * Builds the headers of a digest: one-click unsubscription (RFC 8058), the list (RFC 2919), no automatic replies (RFC
 * 3834), and a Message-ID that stays the same if the digest is composed again.
 */
export function digestHeaders({ on }: Pick<Digest, 'on'>, { subscriber, links, domain }: Addressing): MailHeaders {
  const { frequency, language } = subscriber.preferences;
  return safe({
    'Message-ID': `<digest.${on}.${atom(subscriber.id)}.${subscriber.subscriptionVersion}@${domain}>`,
    ...oneClickUnsubscription(links),
    'List-Id': `Jubilee digests <digests.${domain}>`,
    ...byMachine,
    'Feedback-ID': `digest:${frequency}:${language}:jubilee`,
    'Content-Language': language,
  });
}

export type NoticeOccasion = {
  readonly notice: Notice;
  /** Distinguishes mails of one kind in one subscription, if there can be several. */
  readonly occasion?: string;
};

/**
 * Builds the headers of a notice. It belongs to no list, and only active subscribers get an unsubscribe header: people
 * about to confirm might press that button instead of the link.
 */
export function noticeHeaders(
  { notice, occasion }: NoticeOccasion,
  { subscriber, links, domain }: NoticeAddressing,
): MailHeaders {
  const { id, subscriptionVersion, status, preferences } = subscriber;
  const local = [notice, atom(id), subscriptionVersion, ...(occasion === undefined ? [] : [atom(occasion)])].join('.');
  return safe({
    'Message-ID': `<${local}@${domain}>`,
    ...(status === 'active' && oneClickUnsubscription(links)),
    ...byMachine,
    'Feedback-ID': `notice:${notice}:${preferences.language}:jubilee`,
    'Content-Language': preferences.language,
  });
}

const byMachine = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

function oneClickUnsubscription({ unsubscribe }: Addressing['links']): MailHeaders {
  return {
    'List-Unsubscribe': `<${inAngleBrackets(unsubscribe)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function safe(headers: MailHeaders): MailHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerText(value)]));
}

/** Encodes an id in the characters of a Message-ID, keeping different ids different. */
function atom(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

function inAngleBrackets(url: string): string {
  return url.replace(/[<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
