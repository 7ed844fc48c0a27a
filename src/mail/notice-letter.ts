import type { Subscriber } from '../domain/subscriber.ts';
import type { NoticeMessage } from '../wording/notice-messages.ts';
import { settingsInWords } from '../wording/settings-in-words.ts';
import { wordingIn } from '../wording/wording.ts';
import type { Letter } from './digest-letter.ts';
import type { Link } from './link.ts';

/** A notice in its reader's language and in reading order, from which both parts are rendered. */
export type NoticeLetter = Pick<Letter, 'language' | 'direction' | 'masthead' | 'heading'> & {
  readonly lines: readonly string[];
  /** `isOffer`: optional for the reader; otherwise the purpose of the mail. */
  readonly action: Link & { readonly isOffer: boolean };
  readonly aboutLink: string;
  readonly settings: { readonly heading: string; readonly lines: readonly string[] } | undefined;
  readonly closing: string;
  /** The text before the address of the link, which is written out. */
  readonly address: string;
  readonly about: string;
  readonly links: readonly Link[];
};

type Reading = {
  readonly subscriber: Pick<Subscriber, 'status' | 'preferences'>;
  readonly links: { readonly site: string; readonly action: string; readonly unsubscribe: string };
  readonly showsSettings: boolean;
  readonly isOffer: boolean;
};

export function noticeLetter(
  message: NoticeMessage,
  { subscriber, links, showsSettings, isOffer }: Reading,
): NoticeLetter {
  const { preferences, status } = subscriber;
  const { direction, digests, notices } = wordingIn(preferences.language);
  const { unsubscribe, openSite } = digests.footer;
  return {
    language: preferences.language,
    direction,
    masthead: digests.masthead,
    heading: message.heading,
    lines: message.lines,
    action: { text: message.link, url: links.action, isOffer },
    aboutLink: message.aboutLink,
    settings: showsSettings ? { heading: notices.settings, lines: settingsInWords(preferences) } : undefined,
    closing: message.closing,
    address: notices.copyAddress,
    about: notices.about,
    links: [
      ...(status === 'active' ? [{ text: unsubscribe, url: links.unsubscribe }] : []),
      { text: openSite, url: links.site },
    ],
  };
}
