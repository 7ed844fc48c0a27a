import { afterEach, describe, expect, test, vi } from 'vitest';
import { logger } from '../../src/adapters/lambda/log.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();

afterEach(() => void vi.restoreAllMocks());

const json = { 'content-type': 'application/json' };

describe('a request that cannot be answered', () => {
  const large = 'x'.repeat(16_384);

  test.each<[what: string, request: string, init: RequestInit, status: number]>([
    ['an unknown address under /v1', 'GET /v1/nothing', {}, 404],
    ['an unknown page', 'GET /nothing', {}, 404],
    ['an unknown asset', 'GET /assets/style.css', {}, 404],
    ['a method that the route lacks', 'PUT /v1/subscriptions', {}, 405],
    ['a method that the page lacks', 'POST /', {}, 405],
    ['JSON without its content type', 'POST /v1/subscriptions', { body: '{}' }, 415],
    ['a form instead of JSON', 'POST /v1/preview', { body: new URLSearchParams('a=b') }, 415],
    ['JSON instead of a form', 'POST /subscribe', { body: '{}', headers: json }, 415],
    ['a body of more than 16 KB', 'POST /v1/preview', { body: `"${large}"`, headers: json }, 413],
    ['a form of more than 16 KB', 'POST /subscribe', { body: new URLSearchParams({ email: large }) }, 413],
  ])('%s: %s', async (_what, request, init, status) => {
    const [method = '', path = ''] = request.split(' ');
    const response = await site.app.request(path, { method, ...init });
    expect(response.status).toBe(status);
    const type = path.startsWith('/v1') ? 'application/problem+json' : 'text/html; charset=UTF-8';
    expect(response.headers.get('content-type')).toBe(type);
    if (path.startsWith('/v1')) expect(await response.json()).toMatchObject({ status, title: expect.any(String) });
    else expect(await response.text()).toContain('<!doctype html>');
  });

  test.each([
    ['/v1/subscriptions/me', 'GET, HEAD, PATCH, DELETE'],
    ['/confirm', 'GET, HEAD, POST'],
    ['/v1/preview', 'POST'],
  ])('an unsupported method at %s lists the supported ones', async (path, allowed) => {
    const response = await site.app.request(path, { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  });

  test('stops reading an endless body after 16 KB', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: json, body, duplex: 'half' };
    expect((await site.app.request('/v1/preview', init)).status).toBe(413);
    expect(sent).toBeLessThan(32_768);
  });

  test('reveals no detail of a server error, and logs neither address nor token', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
    vi.spyOn(site.documents, 'send').mockRejectedValue(new Error('table is gone'));
    const token = site.links.sign('manage', { subscriberId: 's', subscriptionVersion: 1 }, site.now());
    const response = await site.app.request('/v1/subscriptions/me', { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('gone');
    const page = await site.app.request(`/preferences?t=${token}`);
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain('gone');
    expect(logged).toHaveBeenCalledTimes(2);
    expect(logged.mock.calls[1]).toEqual([
      'A request failed',
      expect.objectContaining({ route: '/preferences', requestId: expect.stringMatching(/^[\w-]{36}$/) }),
    ]);
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
  });
});

describe('every answer', () => {
  test.each(['/', '/confirm?t=x', '/v1/nothing', '/nothing', '/docs', '/health', '/v1/openapi.json'])(
    'at %s forbids foreign content',
    async (path) => {
      const { headers } = await site.app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ').sort()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
      ]);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test.each([
    '/confirm?t=x',
    '/unsubscribe?t=x',
    '/preferences?t=x',
    '/v1/subscriptions/me',
    '/v1/subscriptions/me/export',
  ])('at %s is cached nowhere', async (path) => {
    expect((await site.app.request(path)).headers.get('cache-control')).toBe('no-store');
  });

  test('to HEAD has the headers of GET and no body', async () => {
    for (const path of ['/', '/health', '/docs', '/v1/openapi.json', '/confirm?t=x', '/v1/subscriptions/me']) {
      const [get, head] = [await site.app.request(path), await site.app.request(path, { method: 'HEAD' })];
      expect([head.status, [...head.headers], await head.text()]).toEqual([get.status, [...get.headers], '']);
    }
  });
});

describe('scripts of other sites', () => {
  const ask = (path: string, method: string) =>
    site.app.request(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': method },
    });

  test('may preview digests and read public data', async () => {
    expect((await ask('/v1/preview', 'POST')).headers.get('access-control-allow-origin')).toBe('*');
    const { headers } = await site.app.request('/v1/openapi.json', { headers: { origin: 'https://other.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each(['/v1/subscriptions', '/v1/subscriptions/link', '/v1/subscriptions/me', '/subscribe', '/confirm'])(
    'may not use %s',
    async (path) => {
      for (const response of [await ask(path, 'POST'), await ask(path, 'PATCH')])
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('the assets', () => {
  test('linked from the front page are served and cached for ever', async () => {
    const page = await (await site.app.request('/')).text();
    const urls = [...page.matchAll(/\/assets\/[\w.]+/g)].map(([url]) => url);
    expect(urls).toHaveLength(2);
    for (const url of urls) {
      const response = await site.app.request(url);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await response.text()).length).toBeGreaterThan(500);
    }
  });
});

describe('the front page', () => {
  test("shows today's anniversaries, those of the next 30 days, and the form", async () => {
    site.setTime('2024-01-12T00:00:00Z');
    const page = await (await site.app.request('/')).text();
    expect(page).toContain('30th anniversary of the resumption of diplomatic relations');
    expect(page).toContain('60th anniversary of the establishment of diplomatic relations');
    expect(page).toContain('action="/subscribe"');
  });
});

test('health names the version of the software and of the data', async () => {
  const dataset = await site.app.request('/health');
  expect(await dataset.json()).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    dataset: expect.stringMatching(/^[\w-]{22}$/),
  });
});
