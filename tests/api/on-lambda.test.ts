import { gunzipSync } from 'node:zlib';
import { getConnInfo } from 'hono/aws-lambda';
import { beforeEach, expect, test } from 'vitest';
import { api } from '../../lambdas/api/app.ts';
import { onLambda } from '../../lambdas/api/on-lambda.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const handler = onLambda(
  api({
    ...site.noticePorts,
    deliveries: site.deliveries,
    notices: site.notices,
    dataset: site.dataset,
    assets: servedAssets({ style: '', script: '' }),
    connection: getConnInfo,
  }),
);

/** An HTTP API event, payload format 2.0. */
function event(
  method: string,
  rawPath: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> },
) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { host: 'jubilee.example', ...headers },
    requestContext: {
      accountId: '1',
      apiId: 'a',
      authentication: null,
      authorizer: {},
      domainName: 'jubilee.example',
      domainPrefix: 'jubilee',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'test' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

beforeEach(() => void site.queued.splice(0));

test('a request counts against the address that the gateway saw, whatever its headers claim', async () => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.1' };
  const answer = await handler(event('POST', '/v1/subscriptions', { body: '{"email":"a@host.example"}', headers }));
  expect(answer.statusCode).toBe(202);
  expect(site.queued.map(({ body }) => JSON.parse(body).ip)).toEqual(['203.0.113.9']);
});

test.each([
  ['/', '<!doctype html>'],
  ['/calendars/CN.ics', 'BEGIN:VCALENDAR'],
  ['/feeds/CN.atom', '<feed'],
])('%s is returned as text, not base64', async (path, text) => {
  const answer = await handler(event('GET', path, {}));
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
  expect(answer.body).toContain(text);
});

test('a compressed calendar is returned as base64', async () => {
  const answer = await handler(event('GET', '/calendars/CN.ics', { headers: { 'accept-encoding': 'gzip' } }));
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
  expect(gunzipSync(Buffer.from(answer.body, 'base64')).toString()).toContain('BEGIN:VCALENDAR');
});

test('a body over 16 KB is refused on Lambda, too', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await handler(event('POST', '/v1/preview', { body: JSON.stringify('x'.repeat(17_000)), headers }));
  expect(answer.statusCode).toBe(413);
});
