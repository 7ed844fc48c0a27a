import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';

type Fetch = Pick<Hono, 'fetch'>;

/** The id of this process, by which an open page notices a restart. */
const started = randomUUID();

const script = `setInterval(async () => {
  const now = await fetch('/dev/started').then((answer) => answer.text(), () => '${started}');
  if (now !== '${started}') location.reload();
}, 500);`;

/** Makes open pages reload after a restart, which `npm run dev` does whenever a file changes. */
export function reloadingPages(pages: Fetch): Fetch {
  return {
    async fetch(request, ...bindings) {
      const { pathname } = new URL(request.url);
      if (pathname === '/dev/started') return new Response(started);
      if (pathname === '/dev/reload.js')
        return new Response(script, { headers: { 'Content-Type': 'text/javascript' } });
      const plain = new Request(request, { headers: withoutCompression(request.headers) });
      const page = await pages.fetch(plain, ...bindings);
      if (!page.headers.get('Content-Type')?.startsWith('text/html')) return page;
      const html = `${await page.text()}<script type="module" src="/dev/reload.js"></script>`;
      return new Response(html, { status: page.status, headers: withoutLength(page.headers) });
    },
  };
}

function withoutCompression(sent: Headers): Headers {
  const headers = new Headers(sent);
  headers.delete('Accept-Encoding');
  return headers;
}

function withoutLength(sent: Headers): Headers {
  const headers = new Headers(sent);
  headers.delete('Content-Length');
  return headers;
}
