import { Hono } from 'hono';
import { inboxPage, mailPage, notFoundPage } from './inbox-pages.tsx';
import { inboxStyle } from './inbox-style.ts';
import type { MailStore } from './mail-store.ts';
import { openedMails } from './opened-mails.ts';

/** The policy of pages: they load their stylesheet and the frame of a mail, but no scripts, and nothing from elsewhere. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a mail: it may style itself, show embedded images and open links in a new window, but run or load nothing. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/**
 * Serves the inbox of the embedded SES, read-only: `/inbox` for people, `/inbox.json` for programs (newest first), every
 * raw mail at `/inbox/{id}.eml`, and its parts at `/inbox/{id}/text` and `/html`.
 */
export function inbox(mails: MailStore): Hono {
  const opened = openedMails(mails);
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', pagePolicy);
  });
  app.get('/inbox', async (c) => c.html(inboxPage(await opened.entries())));
  app.get('/inbox.json', async (c) => c.json(await opened.entries()));
  app.get('/inbox/style.css', (c) => c.body(inboxStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/inbox/:file{[0-9]+\\.eml}', async (c) => {
    const raw = await opened.raw(c.req.param('file').replace('.eml', ''));
    if (!raw) return c.notFound();
    return c.body(new Uint8Array(raw), 200, { 'Content-Type': 'message/rfc822' });
  });
  app.get('/inbox/:id{[0-9]+}', async (c) => {
    const mail = await opened.find(c.req.param('id'));
    return mail ? c.html(mailPage(mail)) : c.notFound();
  });
  app.get('/inbox/:id{[0-9]+}/text', async (c) => {
    const part = (await opened.find(c.req.param('id')))?.content.text;
    return part === undefined ? c.notFound() : c.text(part);
  });
  app.get('/inbox/:id{[0-9]+}/html', async (c) => {
    const part = (await opened.find(c.req.param('id')))?.content.html;
    if (part === undefined) return c.notFound();
    c.header('Content-Security-Policy', mailPolicy);
    return c.html(`<base target="_blank">${part}`);
  });
  app.notFound((c) => c.html(notFoundPage(), 404));
  return app;
}
