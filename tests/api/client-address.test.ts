import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress } from '../../lambdas/api/client-address.ts';

const app = new Hono().get('/', (c) => c.text(clientAddress('key of the edge')(c).remote.address ?? ''));
const gateway = { requestContext: { http: { sourceIp: '192.0.2.1' } } };

test.each([
  ['the gateway names the reader of what comes straight to it', {}, '192.0.2.1'],
  ['what came through CloudFront is of whom the edge names', { 'jubilee-edge-key': 'key of the edge' }, '203.0.113.9'],
  ['who does not know the key cannot name somebody else', { 'jubilee-edge-key': 'guessed' }, '192.0.2.1'],
])('%s', async (_what, headers, reader) => {
  const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9, 192.0.2.1' };
  const answer = await app.request('/', { headers: { ...forwarded, ...headers } }, gateway);
  expect(await answer.text()).toBe(reader);
});
