import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aSite } from '../support/site.ts';

const site = await aSite();
const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers });
const tagOf = (response: Response) => response.headers.get('ETag') ?? '';

describe.each(['/', '/on/2024-01-12', '/docs', '/v1/openapi.json'])('%s', (path) => {
  test('is cached for five minutes, then revalidated by its ETag', async () => {
    const first = await get(path);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=300');
    const again = await get(path, { 'If-None-Match': tagOf(first) });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=300');
    expect(tagOf(again)).toBe(tagOf(first));
  });

  test('has the same ETag for HEAD', async () => {
    const head = await site.app.request(path, { method: 'HEAD' });
    expect([head.status, await head.text(), tagOf(head)]).toEqual([200, '', tagOf(await get(path))]);
  });
});

describe.each(['/', '/calendars/CN.ics', '/feeds/CN.atom', '/v1/openapi.json', '/v1/dataset/events.csv'])(
  '%s',
  (path) => {
    test('is compressed for clients that accept it, with an ETag of its own', async () => {
      const [packed, plain] = [await get(path, { 'Accept-Encoding': 'gzip' }), await get(path)];
      expect(packed.headers.get('Content-Encoding')).toBe('gzip');
      expect(packed.headers.get('Vary')).toContain('Accept-Encoding');
      const bytes = Buffer.from(await packed.clone().arrayBuffer());
      expect(gunzipSync(bytes).toString()).toBe(await plain.text());
      const again = await get(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': tagOf(packed) });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(tagOf(plain)).not.toBe(tagOf(packed));
    });
  },
);

test('a page about today changes its ETag at midnight', async () => {
  site.setTime('2024-01-01T23:59:59Z');
  const before = tagOf(await get('/'));
  site.pass(1);
  expect((await get('/', { 'If-None-Match': before })).status).toBe(200);
});

test('a missing page is not cached', async () => {
  const missing = await get('/on/2024-02-30');
  expect([missing.status, missing.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
});
