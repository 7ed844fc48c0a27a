import type { Context } from 'hono';
import type { Language } from '../../src/domain/preferences.ts';

/** Parameters added by calendar apps, feed readers, caches and link trackers. */
const addedByPrograms = new RegExp(
  `^(?:${[
    ...['no_?cache', 'cache_?bust(?:er)?', 'cb', 'rnd', 'rand(?:om)?', 'ts', 'timestamp', '_\\w*'],
    ...['utm_\\w+', 'mtm_\\w+', 'pk_\\w+', '\\w*clid', '[gw]braid', 'gad_\\w+', 'gs_l', 'mc_[ce]id', 'mkt_tok'],
    ...['igshid', 'igsh', 'ref_src', 'ref_url', 'li_fat_id', 'vero_\\w+', 'oly_\\w+', 'hsCtaTracking', 'at_\\w+'],
  ].join('|')})$`,
  'i',
);

/** Returns the query without parameters added by programs, so that they neither break a calendar nor fill a cache. */
export function queryWithoutTracking({ req }: Context): URLSearchParams {
  const { searchParams } = new URL(req.url);
  return new URLSearchParams([...searchParams].filter(([name]) => !addedByPrograms.test(name)));
}

/**
 * Redirects after a successful form (303), so that reload and back do not repeat it. The page is in the language of the
 * form's address, else in the subscriber's, if known.
 */
export function seeOther(c: Context, path: string, language?: Language): Response {
  const named = c.req.query('lang') ?? language;
  return c.redirect(named === undefined ? path : withQueryAdded(path, named), 303);
}

function withQueryAdded(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ lang: language })}`;
}

/** Redirects to the canonical path and keeps the query, including the language. */
export function redirectTo(c: Context, path: string, status: 301 | 302): Response {
  const { search } = new URL(c.req.url);
  return c.redirect(path.includes('?') ? path + search.replace('?', '&') : path + search, status);
}
