import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import type { Listening } from '../../cli/local/listen.ts';
import { serve } from '../../cli/local/serve.ts';
import { servedAssets } from '../../lambdas/api/assets.ts';
import { buildAssets } from '../../lambdas/api/build-assets.ts';
import { languages } from '../../src/domain/subscriber.ts';
import { openBrowser } from '../support/browser.ts';
import { openWindow, type PageWindow, windows } from '../support/page-faults.ts';

/** Every page on which one reads, of the whole dataset. */
const readingPages = [
  '/',
  '/on/2027-01-12',
  '/on/01-12',
  '/states',
  '/states/CN',
  '/states/SU',
  '/relations/CN-MK',
  '/relations/CN-LS?facts=all',
  '/planner?state=CN',
  '/year/2027',
  '/about',
];

/** Each kind of page once more, a smaller one, in the scripts that set it in another way; the front page in every language. */
const translatedPages = [
  ...languages.map((language) => `/?lang=${language}`),
  ...['ar', 'zh', 'fr'].flatMap((language) => [
    `/on/2027-01-12?lang=${language}`,
    `/on/01-12?lang=${language}`,
    `/states?lang=${language}`,
    `/states/LS?lang=${language}`,
    `/states/SU?lang=${language}`,
    `/relations/CN-LS?lang=${language}`,
    `/planner?state=LS&lang=${language}`,
    `/year/2027?lang=${language}`,
    `/about?lang=${language}`,
  ]),
];

let browser: Browser;
let site: Listening;

beforeAll(async () => {
  site = await serve(theApi({ assets: servedAssets(await buildAssets()) }), 0);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(windows)('in $colorScheme colours, $viewport.width pixels wide', (options) => {
  const opened = inWindow(options);

  test.each(readingPages)(
    '%s is accessible, fits, complains of nothing and asks other hosts for nothing',
    async (path) => {
      expect(await opened.faultsAt(path)).toEqual([]);
    },
  );
});

/** Long words and other scripts are hardest to set where there is least room; the colours are the same in all languages. */
describe('in other languages on a telephone', () => {
  const opened = inWindow({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' });

  test.each(translatedPages)('%s is as accessible, and fits as well', async (path) => {
    expect(await opened.faultsAt(path)).toEqual([]);
  });
});

test('a pale word, a wide box and a picture of another host would be noticed', async () => {
  const window = await openWindow(browser, { viewport: { width: 375, height: 800 }, colorScheme: 'light' });
  const faults = await window.faultsAt(`${site.url}/about`, (page) =>
    page.evaluate(`
      const word = document.querySelector('main').appendChild(document.createElement('p'));
      word.textContent = 'pale';
      word.style.color = '#eee';
      word.style.width = '500px';
      word.appendChild(new Image()).src = 'https://other.example/picture.png';
    `),
  );
  await window.close();
  expect(faults.map((fault) => fault.replace(/:.*/s, ''))).toEqual(
    expect.arrayContaining(['console', 'overflow', 'axe']),
  );
});

/** A window of the tests beside it. */
function inWindow(options: BrowserContextOptions) {
  let window: PageWindow;
  beforeAll(async () => {
    window = await openWindow(browser, options);
  });
  afterAll(() => window.close());
  return { faultsAt: (path: string) => window.faultsAt(site.url + path) };
}
