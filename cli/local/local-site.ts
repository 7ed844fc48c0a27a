import type { Hono } from 'hono';
import { serve } from './listen.ts';

type Apps = { readonly pages: Pick<Hono, 'fetch'>; readonly inbox: Pick<Hono, 'fetch'> };

/**
 * Serves the pages and the inbox on one port, each with its own policies. Takes the port at once, so that links can contain
 * it; until it is opened, the site answers that it is not ready.
 *
 * @throws PortTaken
 */
export async function localSite(port: number) {
  let apps: Apps | undefined;
  const answer = (request: Request, bindings: object) => {
    if (apps === undefined) return new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } });
    const { pathname } = new URL(request.url);
    const app = /^\/inbox(?:[/.]|$)/.test(pathname) ? apps.inbox : apps.pages;
    return app.fetch(request, bindings);
  };
  const listening = await serve({ fetch: answer }, port);
  const open = (opened: Apps): void => {
    apps = opened;
  };
  return { ...listening, open };
}
