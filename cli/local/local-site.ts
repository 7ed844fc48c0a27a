import type { Hono } from 'hono';
import { serve } from './listen.ts';

type Apps = { readonly pages: Pick<Hono, 'fetch'>; readonly inbox: Pick<Hono, 'fetch'> };

/**
 * The pages and the inbox behind one port, each under its own rules. The port is taken at once, so that links can name
 * it; until the site is opened it says that it is not ready.
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
