import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/preferences.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { aSite, tokenIn } from '../support/site.ts';

const site = await aSite();
const read = (path: string, accepted = '') =>
  site.app.request(path, { headers: accepted === '' ? {} : { 'accept-language': accepted } });

describe('a page is written', () => {
  test.each([
    ['in the language of the address, whatever the browser prefers', '/?lang=zh', 'fr', 'zh'],
    ['in the language that the browser prefers', '/', 'ar-EG,en;q=0.5', 'ar'],
    ['in the first language that we write', '/', 'de,ru;q=0.8,en;q=0.2', 'ru'],
    ['in English for everybody else', '/', 'de', 'en'],
    ['in the language of a region that the address names', '/?lang=zh-CN', 'fr', 'zh'],
  ] as const)('%s', async (_rule, path, accepted, language) => {
    const html = await (await read(path, accepted)).text();
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).toContain(wordsIn(language).front.lede);
  });
});

test('caches learn that pages vary by language', async () => {
  expect((await read('/')).headers.get('vary')).toContain('Accept-Language');
});

test('every link and form to a page keeps the chosen language, and no other address does', async () => {
  const html = await (await read('/?lang=ar')).text();
  const own = [...html.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, address]) => address ?? '');
  const isPage = (address: string) => !address.includes('.') && !address.startsWith('/v1/');
  // A form that is sent by GET names the language in a field of its own: browsers drop the query of its address.
  expect(html).toMatch(/ action="\/search" class="search"[^>]*><input type="hidden" name="lang" value="ar"/);
  const pages = own.filter((address) => isPage(address) && address !== '/search');
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.filter((address) => !/[?;]lang=ar(#|$)/.test(address))).toEqual([]);
  const others = own.filter((address) => !isPage(address));
  expect(others.some((address) => address.startsWith('/v1/'))).toBe(true);
  expect(others.filter((address) => address.includes('lang='))).toEqual([]);
});

test('links name no language until one is chosen', async () => {
  const html = await (await read('/', 'ar')).text();
  expect(html.replace(/<nav [^>]*class="languages">.*?<\/nav>/s, '')).not.toContain('lang=ar"');
});

test('every page links to itself in the other languages, each by its own name', async () => {
  const html = await (await read('/on/2027-01-12?x=1')).text();
  for (const language of languages) expect(html).toContain(`href="?x=1&amp;lang=${language}" lang="${language}"`);
  for (const name of ['English', 'Français', 'Español', 'Русский', '中文', 'العربية']) expect(html).toContain(name);
});

describe('a page of one person', () => {
  const preferences = { language: 'ru', states: ['CN'] };
  let token = '';

  beforeAll(async () => {
    await site.postJson('/v1/subscriptions', { email: 'desk@ministry.example', ...preferences });
    await site.deliver();
    token = tokenIn((await site.mails()).at(-1), '/confirm');
  });

  test('is in their language, and in another when its address says so', async () => {
    expect(await (await read(`/confirm?t=${token}`)).text()).toContain('<html lang="ru"');
    const html = await (await read(`/confirm?t=${token}&lang=fr`)).text();
    expect(html).toContain('<html lang="fr"');
    expect(html).toContain('action="/confirm?lang=fr"');
  });

  test('continues in the language of the form, not in the subscriber’s', async () => {
    const html = await (await site.postForm('/confirm?lang=zh', { t: token })).text();
    expect(html).toContain(wordsIn('zh').confirm.confirmed.title);
    expect(html).toMatch(/href="\/preferences\?t=[^"]*&amp;lang=zh"/);
  });

  test('keeps its token in the links to the other languages, after a form too', async () => {
    const link = `href="?t=${token}&amp;lang=ar"`;
    expect(await (await read(`/confirm?t=${token}`)).text()).toContain(link);
    expect(await (await site.postForm('/confirm', { t: token })).text()).toContain(link);
  });
});

test('an error page links to itself in the other languages', async () => {
  expect(await (await read('/nowhere')).text()).toContain('href="?lang=ar"');
});
