import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress } from '../../lambdas/api/client-address.ts';

const app = new Hono().get('/', (c) => c.text(clientAddress('key of the edge')(c).remote.address ?? ''));
const gateway = { requestContext: { http: { sourceIp: '192.0.2.1' } } };

test.each([
  ['trusts the gateway for direct requests', {}, '192.0.2.1'],
  ['trusts the edge for requests through CloudFront', { 'jubilee-edge-key': 'key of the edge' }, '203.0.113.9'],
  ['ignores a forwarded address without the key', { 'jubilee-edge-key': 'guessed' }, '192.0.2.1'],
])('%s', async (_what, headers, reader) => {
  const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9, 192.0.2.1' };
  const answer = await app.request('/', { headers: { ...forwarded, ...headers } }, gateway);
  expect(await answer.text()).toBe(reader);
});

test('without CloudFront nobody can claim another address', async () => {
  const plain = new Hono().get('/', (c) => c.text(clientAddress(undefined)(c).remote.address ?? ''));
  const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9, 192.0.2.1' };
  expect(await (await plain.request('/', { headers }, gateway)).text()).toBe('192.0.2.1');
});
