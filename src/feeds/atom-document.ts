import type { Language } from '../domain/preferences.ts';
import { withoutMarks } from '../wording/isolation.ts';
import { wordingIn } from '../wording/wording.ts';

type AtomDocument = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** RFC 3339. */
  readonly updated: string;
  /** The site's address without a trailing slash; the paths of the feed, with its query, and of the matching page. */
  readonly site: string;
  readonly path: string;
  readonly page: string;
  /** The paths of a feed of several pages, by their relation to this one (RFC 5005). */
  readonly pages?: Readonly<Partial<Record<'self' | 'first' | 'previous' | 'next', string>>>;
  /** The `entry` elements. */
  readonly entries: readonly string[];
};

/** Writes a feed (RFC 4287). */
export function atomDocument(feed: AtomDocument): string {
  const { language, title, subtitle, updated, site, path, page, pages = { self: path }, entries } = feed;
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', `tag:jubilee,2026:${path}`),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', updated),
    '<author><name>Jubilee</name></author>',
    ...Object.entries(pages).map(
      ([rel, to]) => `<link rel="${rel}" type="application/atom+xml" href="${xml(site + to)}"/>`,
    ),
    `<link rel="alternate" type="text/html" href="${xml(site + page)}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
  return wordingIn(language).direction === 'rtl' ? text : withoutMarks(text);
}

export function element(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for XML and HTML, and replaces characters that XML 1.0 forbids. */
export function xml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
