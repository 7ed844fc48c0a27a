import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { dataFile } from '../data/real-dataset.ts';

const app = theApi();

/** Lambda's limit on a response, in bytes. */
const MAX_BYTES = 6 * 1024 * 1024;

test.each(['events.csv', 'sources.csv', 'states.csv'])('%s downloads as it stands in the data', async (name) => {
  expect(await (await app.request(`/v1/dataset/${name}`)).text()).toBe(dataFile(name));
});

test('the citations of each event download as a separate file, within Lambda’s limit', async () => {
  const text = await (await app.request('/v1/dataset/citations.csv')).text();
  expect(Buffer.byteLength(text)).toBeLessThan(MAX_BYTES * 0.8);
  expect(text).toContain('\nCN-LV,established,1991-09-12,');
});

test("everything downloads at once, within Lambda's limit, compressed for clients that accept it", async () => {
  const plain = await (await app.request('/v1/dataset/dataset.json')).text();
  expect(Buffer.byteLength(plain)).toBeLessThan(MAX_BYTES * 0.8);
  const compressed = await app.request('/v1/dataset/dataset.json', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
  expect(String(gunzipSync(Buffer.from(await compressed.arrayBuffer())))).toBe(plain);
  const lines = dataFile('events.csv').trimEnd().split('\n').length - 1;
  const { relations }: { relations: { events: unknown[] }[] } = JSON.parse(plain);
  expect(relations.flatMap(({ events }) => events)).toHaveLength(lines);
});

test.each([
  '/v1/states',
  '/v1/states/LS',
  '/v1/relations/CN-LS',
  '/v1/sources/mfa-cn-list',
  '/v1/dataset',
  '/v1/dataset/states.csv',
])('%s is not sent again to a client that has it', async (path) => {
  const first = await app.request(path);
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=300');
  const again = await app.request(path, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a pair is found in either order and case; an unknown one is a problem', async () => {
  expect(await (await app.request('/v1/relations/ls-cn')).json()).toMatchObject({ pair: 'CN-LS', status: 'in force' });
  for (const path of [
    '/v1/relations/CN',
    '/v1/relations/NU-TW',
    '/v1/states/ZZ',
    '/v1/sources/no',
    '/v1/dataset/toString',
  ]) {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
  }
});
