import { describe, expect, test } from 'vitest';
import { methodAndPath, type Route, routes } from '../../lambdas/api/routes.ts';
import { languages } from '../../src/domain/preferences.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const table: readonly Route[] = routes;

/** An address of each public route that is read. */
const examples: Readonly<Record<string, string>> = {
  '/on/:date': '/on/2024-01-12',
  '/states/:code': '/states/CN',
  '/relations/:pair': '/relations/CN-LS',
  '/planner': '/planner?state=CN',
  '/planner.csv': '/planner.csv?state=CN',
  '/planner.xlsx': '/planner.xlsx?state=CN',
  '/due': '/due?states=CN&from=2024-01-01&through=2024-01-31',
  '/year/:year': '/year/2024',
  '/calendars/:file': '/calendars/CN.ics',
  '/milestones/:pair/:file': '/milestones/CN-LS/1994-01-12-resumed-30.ics',
  '/feeds/:file': '/feeds/CN.atom',
  '/v1/anniversaries': '/v1/anniversaries?from=2024-01-01&to=2024-12-31',
  '/v1/relations/:pair': '/v1/relations/CN-LS',
  '/v1/states/:code': '/v1/states/CN',
  '/v1/dataset/:file': '/v1/dataset/states.csv',
};
const read = table
  .filter(({ at, personal }) => at.startsWith('GET ') && !personal)
  .map(({ at }) => methodAndPath(at)[1])
  .filter((path) => path in examples || !path.includes(':'))
  .map((path) => examples[path] ?? path);

const get = (address: string) => site.app.request(address, { headers: { 'accept-language': 'en' } });
const and = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`;

test('the sweep reaches all public routes but those of assets and of single sources', () => {
  const publicRoutes = table.filter(({ at, personal }) => at.startsWith('GET ') && !personal);
  const without = publicRoutes
    .map(({ at }) => methodAndPath(at)[1])
    .filter((path) => path.includes(':') && !(path in examples));
  expect(without).toEqual(['/names/:file', '/assets/:file', '/v1/sources/:id']);
});

test.each(read)('%s is the same with the parameters that mail programs and trackers add', async (address) => {
  const added = 'nocache=1&_=2&utm_source=x&fbclid=y&gclid=z&cb=17&_hsenc=a&mc_eid=b&ts=1';
  const [plain, decorated] = [await get(address), await get(and(address, added))];
  expect(decorated.status).toBe(plain.status);
  expect(await decorated.text()).toBe(await plain.text());
});

/** `/subscribe` has a `language` of its own. */
const pages = read.filter((address) => !/^\/(?:calendars|milestones|feeds|v1|health|subscribe$)/.test(address));

describe.each(pages)('the page %s', (address) => {
  test.each(['language=fr', 'Lang=fr', 'lnag=fr'])('refuses %s, a misspelling of lang', async (query) => {
    const answer = await get(and(address, query));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Did you mean “lang”?');
  });

  test('refuses a language that it does not have, and accepts regional variants of those that it has', async () => {
    const answer = await get(and(address, 'lang=de'));
    expect([answer.status, (await answer.text()).includes('en, fr, es, ru, zh, ar')]).toEqual([400, true]);
    expect((await get(and(address, 'lang=zh-CN'))).status).toBeLessThan(400);
  });

  test('ignores a parameter that resembles none of its own', async () => {
    expect((await get(and(address, 'ref=newsletter&source=x'))).status).toBeLessThan(400);
  });
});

test.each([
  ['/?polcy=tens', 'policy'],
  ['/on/2024-01-12?kinds=resumed', 'kind'],
  ['/planner?states=CN', 'state'],
  ['/planner?state=CN&year=2', 'years'],
  ['/planner?state=CN&Policy=tens', 'policy'],
  ['/planner.csv?state=CN&yeras=2', 'years'],
  ['/year/2024?policys=tens', 'policy'],
  ['/relations/CN-LS?fact=all', 'facts'],
  ['/changes?states=CN', 'state'],
  ['/due?state=CN&from=2024-01-01&through=2024-01-31', 'states'],
  ['/subscribe?state=CN', 'states'],
  ['/subscribe?leadTime=7', 'leadTimes'],
])('%s is refused with the parameter that was meant: %s', async (address, meant) => {
  const answer = await get(address);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(`Did you mean “${meant}”?`);
});

test.each(languages)('a misspelt parameter is named in the language "%s"', async (language) => {
  const html = await (await get(`/?polcy=tens&lang=${language}`)).text();
  const { wrong } = wordsIn(language).reading;
  expect(html).toContain(wrong.asked('polcy', 'tens'));
  expect(html).toContain(wrong.meant('policy'));
});

test.each([
  '/calendars/CN.ics?polcy=tens',
  '/calendars/CN.ics?state=FR',
  '/milestones/CN-LS/1994-01-12-resumed-30.ics?alrm=3',
  '/feeds/CN.atom?leed=30',
  '/feeds/CN.atom?lang=de',
  '/v1/anniversaries?from=2024-01-01&to=2024-12-31&states=CN',
])('%s is refused with the name of the field', async (address) => {
  const answer = await get(address);
  const field = /(\w+)=\w+$/.exec(address)?.[1];
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ field }] });
});

test('the link of a mail works with whatever a mail gateway adds to it', async () => {
  const token = site.links.sign('unsubscribe', { subscriberId: 's', subscriptionVersion: 1 }, site.now());
  expect((await get(`/unsubscribe?t=${token}&langs=x&elqTrackId=1`)).status).toBe(200);
});
