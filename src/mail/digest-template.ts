import type { Digest } from '../domain/digest.ts';
import type { Links } from './digest-letter.ts';
import { digestMail, type Mail, type Reader } from './digest-mail.ts';
import { digestHeaders } from './mail-headers.ts';

/** A function that renders one digest for readers who differ only in identity and in the tokens of their links. */
export type DigestTemplate = (reader: Omit<Reader, 'sources'>) => Mail;

/**
 * Renders a digest once, with placeholders for the tokens. For each reader with the same preferences and the same
 * `linksWithoutTokens`, the template's output equals that of `digestMail` byte for byte. A placeholder has the length and
 * alphabet of its token, so that sizes are exact.
 *
 * @throws Error unless each placeholder occurs exactly once in each part.
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

/** A token: letters, digits, `-`, `_` and `.`, which HTML, text and transfer encodings all leave unchanged. */
const token = /[\w.-]+$/;

/** Replaces the tokens in a reader's links with placeholders of the same length. */
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
    if (count !== 1) throw new Error(`The link ${name} occurs ${count} times instead of once`);
  }
}

function tokenOf(url: string): string {
  return token.exec(url)?.[0] ?? '';
}
