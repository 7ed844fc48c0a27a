import type { Digest } from '../domain/digest.ts';
import type { Links } from './digest-letter.ts';
import { digestMail, type Mail, type Reader } from './digest-mail.ts';
import { digestHeaders } from './mail-headers.ts';

/** Writes one digest to many readers who differ only in their identity and the tokens in their links. */
export type DigestTemplate = (reader: Omit<Reader, 'sources'>) => Mail;

/**
 * The digest, rendered once: its output for a reader is byte for byte that of `digestMail`. A placeholder takes the place
 * of each token in both parts; it has the length and the alphabet of the token, so that the size of the parts is exact.
 * The template serves every reader with the same preferences and the same `linksWithoutTokens`.
 *
 * @throws Error when a placeholder is not in its link, or stands elsewhere too.
 */
export function digestTemplate(digest: Digest, first: Reader): DigestTemplate {
  const standIns = linksWithoutTokens(first.links);
  const { subject, text, html } = digestMail(digest, { ...first, links: standIns });
  for (const part of [text, html]) assertOneOfEach(part, standIns);
  return ({ subscriber, links, domain }) => ({
    subject,
    text: withTokens(text, { standIns, links }),
    html: withTokens(html, { standIns, links }),
    headers: digestHeaders(digest, { subscriber, links, domain }),
  });
}

const personal = ['unsubscribe', 'preferences'] as const;

/** Letters, digits, `-`, `_` and `.`: neither a page, a text nor a transfer encoding writes them any other way. */
const token = /[\w.-]+$/;

/** The links with what is the reader's own made unrecognisable, but as long as it was. */
export function linksWithoutTokens({ site, unsubscribe, preferences }: Links): Links {
  return { site, unsubscribe: withoutToken(unsubscribe, 'U'), preferences: withoutToken(preferences, 'P') };
}

function withoutToken(url: string, letter: string): string {
  return url.replace(token, ({ length }) => letter.repeat(length));
}

type Setting = { readonly standIns: Links; readonly links: Links };

function withTokens(part: string, { standIns, links }: Setting): string {
  return personal.reduce((text, name) => text.replace(tokenOf(standIns[name]), () => tokenOf(links[name])), part);
}

function assertOneOfEach(part: string, standIns: Links): void {
  for (const name of personal) {
    const count = part.split(tokenOf(standIns[name])).length - 1;
    if (count !== 1) throw new Error(`The link ${name} stands ${count} times where it should stand once`);
  }
}

function tokenOf(url: string): string {
  return token.exec(url)?.[0] ?? '';
}
