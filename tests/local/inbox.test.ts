import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { inbox } from '../../cli/local/inbox.ts';
import { listen, PortTaken, serve } from '../../cli/local/listen.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const raw = Buffer.from(
  [
    'From: Jubilee <alerts@example.org>',
    'To: desk@ministry.example',
    'Subject: <script>alert(1)</script> & 30 years',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Relations resumed</p><script>alert(2)</script>',
  ].join('\r\n'),
);

const mails = await openMailStore(await temporaryFolder());
const app = inbox(mails);
await keep('desk@ministry.example', '2024-01-05T00:00:00.000Z');
await keep('news@press.example', '2024-01-06T00:00:00.000Z');

function keep(recipient: string, receivedAt: string) {
  return mails.keep(raw, {
    messageId: 'm',
    source: 'alerts@example.org',
    destinations: [recipient],
    tags: {},
    receivedAt,
  });
}

async function textOf(path: string): Promise<string> {
  return (await app.request(path)).text();
}

describe('the inbox', () => {
  test('lists mails for programs, newest first', async () => {
    const subject = '<script>alert(1)</script> & 30 years';
    expect(await (await app.request('/inbox.json')).json()).toEqual([
      { id: '00000002', to: 'news@press.example', subject, receivedAt: '2024-01-06T00:00:00.000Z' },
      { id: '00000001', to: 'desk@ministry.example', subject, receivedAt: '2024-01-05T00:00:00.000Z' },
    ]);
  });

  test('serves a mail as it was sent, to the byte', async () => {
    const response = await app.request('/inbox/00000001.eml');
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(raw);
  });

  test('serves only the text of a mail, for programs', async () => {
    const store = await openMailStore(await temporaryFolder());
    const details = { messageId: 'm', source: 's', destinations: [], tags: {}, receivedAt: '2024-01-05T00:00:00.000Z' };
    const { id } = await store.keep(Buffer.from('Subject: China and Lesotho\r\n\r\nRelations resumed'), details);
    expect((await (await inbox(store).request(`/inbox/${id}/text`)).text()).trimEnd()).toBe('Relations resumed');
  });

  test('shows what is in a mail as text, never as markup of its own page', async () => {
    for (const path of ['/inbox', '/inbox/00000001']) {
      const page = await textOf(path);
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; 30 years');
      expect(page).not.toContain('<script');
    }
  });

  test('frames the HTML part where no script runs and nothing is loaded', async () => {
    expect(await textOf('/inbox/00000001')).toMatch(
      /<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    );
    const framed = await app.request('/inbox/00000001/html');
    expect(await framed.text()).toContain('Relations resumed');
    const policy = framed.headers.get('content-security-policy');
    expect(policy).toContain('sandbox allow-popups');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('allow-scripts');
  });

  test.each(['/inbox', '/inbox/00000001', '/nothing'])('allows no script and no third party on %s', async (path) => {
    const policy = (await app.request(path)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  test.each([
    '/inbox/00000009',
    '/inbox/00000009.eml',
    '/inbox/00000009/html',
    '/inbox/00000009/text',
    '/inbox/..%2f..%2fetc%2fpasswd',
    '/inbox/x.eml',
  ])('has nothing at %s', async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });

  test('says so when it is empty', async () => {
    const empty = inbox(await openMailStore(await temporaryFolder()));
    expect(await (await empty.request('/inbox.json')).json()).toEqual([]);
    expect(await (await empty.request('/inbox')).text()).toContain('Nothing here yet');
  });
});

describe('a port', () => {
  test('that is free serves the inbox on this machine', async () => {
    const { url, close } = await serve(app, 0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/inbox.json`)).status).toBe(200);
    await close();
  });

  test('that is occupied is one clear error', async () => {
    const taken = await listen(createServer(), 0);
    const port = Number(new URL(taken.url).port);
    const second = serve(app, port);
    await expect(second).rejects.toBeInstanceOf(PortTaken);
    await expect(second).rejects.toThrow(`Port ${port} is taken`);
    await taken.close();
  });
});
