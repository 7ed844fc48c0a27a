import type { Context } from 'hono';
import type { Language } from '../../src/domain/preferences.ts';

/** Parameters that calendar apps, feed readers and link trackers add. */
const addedByPrograms = /^(?:nocache|_|utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/i;

/** The query without what programs add to it, so that a decorated address never breaks a calendar or fills a cache. */
export function queryWithoutTracking({ req }: Context): URLSearchParams {
  const { searchParams } = new URL(req.url);
  return new URLSearchParams([...searchParams].filter(([name]) => !addedByPrograms.test(name)));
}

/**
 * Answers a form whose work is done: the browser then asks for a page, so that reload and back repeat nothing. The page is in the
 * language that the form's address names, else in the subscriber's where they are known.
 */
export function seeOther(c: Context, path: string, language?: Language): Response {
  const named = c.req.query('lang') ?? language;
  return c.redirect(named === undefined ? path : withQueryAdded(path, named), 303);
}

function withQueryAdded(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ lang: language })}`;
}

/** Redirects to the canonical path and keeps the query, the chosen language among it. */
export function redirectTo(c: Context, path: string, status: 301 | 302): Response {
  const { search } = new URL(c.req.url);
  return c.redirect(path.includes('?') ? path + search.replace('?', '&') : path + search, status);
}
