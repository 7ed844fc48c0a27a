import type { Digest } from '../domain/digest.ts';
import { isMilestone, type Milestone } from '../domain/milestone.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { whenWords } from '../wording/date-words.ts';
import type { Sources } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { digestLetter, inReadingOrder, type Letter, type Links } from './digest-letter.ts';
import { headerText } from './header-text.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';
import { digestHeaders, type MailHeaders } from './mail-headers.ts';
import { BODY_BUDGET, bodySize } from './mail-size.ts';

/** A mail without its sender, recipient and date. */
export type Mail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: MailHeaders;
};

/** The reader of a digest, with the sources and links that it needs. */
export type Reader = {
  readonly subscriber: Pick<Subscriber, 'id' | 'subscriptionVersion' | 'preferences'>;
  /** By key in `data/sources.csv`. */
  readonly sources: Sources;
  /** Absolute https addresses. */
  readonly links: Links;
  /** The sending domain, part of the list's and the message's id. */
  readonly domain: string;
};

/** The most items in a mail, more than fit within its size limit. */
const MAX_ITEMS = 128;

/**
 * Composes the digest for `reader`: both parts from one letter, at most 90 kB. Drops items that do not fit from the end,
 * counts them and links to the full list on the web.
 *
 * @example
 * digestMail(chinaLesothoIn7Days, reader).subject
 * // => '30th anniversary of resumption, 12 January 2024: China–Lesotho'
 */
export function digestMail(digest: Digest, reader: Reader): Mail {
  return {
    subject: headerText(writeSubject(digest, reader)),
    ...longestFitting(digest, reader),
    headers: digestHeaders(digest, reader),
  };
}

function writeSubject({ on, groups, corrections }: Digest, { subscriber: { preferences }, sources }: Reader): string {
  const wording = wordingIn(preferences.language);
  const { digests, names } = wording;
  const due = inReadingOrder(groups).flatMap(({ milestones }) => milestones);
  const [first] = due.sort((one, other) => weighForSubject(other, preferences) - weighForSubject(one, preferences));
  if (first === undefined) return subjectWithoutMilestone({ on, corrections }, preferences);
  const { timeline, event, years } = first;
  return digests.subject({
    names: names.pair(timeline.pair, preferences.states),
    kind: event.kind,
    years,
    when: whenWords(first, { ...preferences, sources }, wording),
    more: due.length - 1,
  });
}

function subjectWithoutMilestone(
  { on, corrections: [first, ...others] }: Pick<Digest, 'on' | 'corrections'>,
  { language, states }: Preferences,
): string {
  const { digests, corrections, names } = wordingIn(language);
  if (first === undefined) return digests.subjectWhenEmpty(on);
  return corrections.subject({ names: names.pair(first.timeline.pair, states), more: others.length });
}

/** Ranks milestones for the subject: a pair that the reader chose, then a jubilee, then the first in the mail. */
function weighForSubject({ timeline, years }: Milestone, { pairs }: Pick<Preferences, 'pairs'>): number {
  return Number(pairs.includes(timeline.pair)) * 2 + Number(isMilestone('jubilees', years));
}

type Parts = Pick<Mail, 'text' | 'html'>;

function longestFitting(digest: Digest, reader: Reader): Parts {
  const whole = renderParts(digestLetter(digest, reader, MAX_ITEMS));
  if (fits(whole)) return whole;
  let [enough, tooMany] = [0, MAX_ITEMS];
  let parts = renderParts(digestLetter(digest, reader, enough));
  while (tooMany - enough > 1) {
    const middle = Math.floor((tooMany + enough) / 2);
    const attempt = renderParts(digestLetter(digest, reader, middle));
    if (fits(attempt)) [enough, parts] = [middle, attempt];
    else tooMany = middle;
  }
  return parts;
}

function renderParts(letter: Letter): Parts {
  return { text: letterText(letter), html: letterHtml(letter) };
}

function fits(parts: Parts): boolean {
  return bodySize(parts) <= BODY_BUDGET;
}
