import { expect, test, vi } from 'vitest';
import { inMemory, theApi } from '../../bench/served-api.ts';
import { cacheText } from '../../lambdas/api/cache-text.ts';

const aDataset = () => inMemory({ timelines: [], sources: [], states: [] });
/** Five of these exceed the limit. */
const long = '-'.repeat(6_000_000);

test('a text is made once for each version of the dataset', () => {
  const make = vi.fn(() => 'text');
  const dataset = aDataset();
  expect([cacheText(dataset, { page: '/' }, make), cacheText(dataset, { page: '/' }, make)]).toEqual(['text', 'text']);
  expect(make).toHaveBeenCalledTimes(1);
  cacheText(dataset, { page: '/about' }, make);
  cacheText(aDataset(), { page: '/' }, make);
  expect(make).toHaveBeenCalledTimes(3);
});

test('the least recently used text is dropped when there are too many', () => {
  const dataset = aDataset();
  const make = vi.fn(() => long);
  for (const page of ['a', 'b', 'c', 'd', 'a', 'e']) cacheText(dataset, { page }, make);
  expect(make).toHaveBeenCalledTimes(5);
  cacheText(dataset, { page: 'a' }, make);
  expect(make).toHaveBeenCalledTimes(5);
  cacheText(dataset, { page: 'b' }, make);
  expect(make).toHaveBeenCalledTimes(6);
});

test('a text larger than the limit is made each time', () => {
  const dataset = aDataset();
  const make = vi.fn(() => long.repeat(5));
  cacheText(dataset, { page: '/' }, make);
  cacheText(dataset, { page: '/' }, make);
  expect(make).toHaveBeenCalledTimes(2);
});

test.each(['/', '/states/CN', '/planner?state=CN', '/year/2027', '/about'])(
  '%s is cached per language and address',
  async (path) => {
    const app = theApi();
    const get = async (query: string, language: string) => {
      const address = path + (query && (path.includes('?') ? `&${query}` : `?${query}`));
      return (await app.request(address, { headers: { 'Accept-Language': language } })).text();
    };
    const asked = [
      ['', 'en'],
      ['', 'fr'],
      ['lang=fr', 'en'],
      ['lang=ar', 'en'],
    ] as const;
    const pages = await Promise.all(asked.map(([query, language]) => get(query, language)));
    expect(new Set(pages).size).toBe(asked.length);
    for (const [index, [query, language]] of asked.entries()) expect(await get(query, language)).toBe(pages[index]);
  },
);
