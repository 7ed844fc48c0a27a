import type { Context } from 'hono';

/** Parameters that calendar apps, feed readers and link trackers add. */
const addedByPrograms = /^(?:nocache|_|utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/i;

/** The query without what programs add to it, so that a decorated address never breaks a calendar or fills a cache. */
export function queryWithoutTracking({ req }: Context): URLSearchParams {
  const { searchParams } = new URL(req.url);
  return new URLSearchParams([...searchParams].filter(([name]) => !addedByPrograms.test(name)));
}

/** Redirects to the canonical path and keeps the query, the chosen language among it. */
export function redirectTo(c: Context, path: string, status: 301 | 302): Response {
  return c.redirect(path + new URL(c.req.url).search, status);
}
