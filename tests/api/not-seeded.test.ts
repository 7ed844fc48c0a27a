import { beforeAll, expect, test, vi } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { languages } from '../../src/domain/preferences.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { wordsIn } from '../../src/wording/pages.ts';

/** A table fresh from deployment, before the first seeding. */
const emptyTable = { datasetVersion: async () => undefined, all: async () => undefined };
const app = theApi({ dataset: datasetInMemory(emptyTable, () => new Date(0)) });

beforeAll(() => void vi.spyOn(logger, 'warn').mockImplementation(() => undefined));

test.each([
  '/health',
  '/v1/anniversaries?from=2024-01-01&to=2024-12-31',
  '/v1/relations/CN-LS',
  '/v1/states',
  '/v1/states/CN',
  '/v1/sources/x',
  '/v1/dataset',
  '/v1/dataset/states.csv',
  '/calendars/CN.ics',
  '/feeds/world.atom',
])('%s tells programs that the data has not been loaded, what to do, and when to retry', async (path) => {
  const answer = await app.request(path);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: 'The data has not been loaded yet',
    status: 503,
    detail: expect.stringContaining('`npx cdk deploy`'),
  });
});

test.each([
  '/',
  '/on/2024-01-12',
  '/on/01-12',
  '/states',
  '/states/CN',
  '/relations/CN-LS',
  '/planner',
  '/planner.csv?state=CN',
  '/year/2027',
  '/about',
])('%s tells people the same', async (path) => {
  const answer = await app.request(path);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const html = await answer.text();
  for (const sentence of ['The data has not been loaded yet', 'Try again in a few minutes', 'deploy again'])
    expect(html).toContain(sentence);
});

test.each(languages)('the front page says so in %s', async (language) => {
  const html = await (await app.request(`/?lang=${language}`)).text();
  expect(html).toContain(wordsIn(language).errors['not-loaded'].title);
});

test('routes that need no data work without it', async () => {
  expect((await app.request('/docs')).status).toBe(200);
  expect((await app.request('/v1/openapi.json')).status).toBe(200);
});
