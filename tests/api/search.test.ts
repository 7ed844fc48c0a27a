import { expect, test } from 'vitest';
import { aSite } from '../support/site.ts';

const site = await aSite();
const search = (text: string, lang = '') =>
  site.app.request(`/search?q=${encodeURIComponent(text)}${lang && `&lang=${lang}`}`);

test.each([
  ['PRC', '/states/CN'],
  ['lesotho china', '/relations/CN-LS'],
  ['5.1.2024', '/on/2024-01-05'],
  ['12 January', '/on/01-12'],
])('a search for "%s" goes straight to its page', async (text, path) => {
  const answer = await search(text);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, path]);
});

test('a search keeps the language that the address names', async () => {
  expect((await search('Chine', 'fr')).headers.get('location')).toBe('/states/CN?lang=fr');
});

test('a misspelling is answered with suggestions', async () => {
  expect(await (await search('Lesothoo')).text()).toMatch(/Did you mean.*\/states\/LS/s);
});

test.each([
  ['qqqqqq', 'Nothing was found'],
  ['30 February', 'not in the calendar'],
  ['<script>alert(1)</script>', 'Nothing was found'],
])('a search for "%s" says what to try instead', async (text, sentence) => {
  const answer = await search(text);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain(sentence);
  expect(page).not.toContain('alert(1)');
});

test('every page has the search field', async () => {
  expect(await (await site.app.request('/states')).text()).toMatch(/<form[^>]* action="\/search"/);
});
