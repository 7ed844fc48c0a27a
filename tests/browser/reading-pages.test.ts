import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import type { Listening } from '../../cli/local/listen.ts';
import { serve } from '../../cli/local/listen.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { buildAssets } from '../../lambdas/api/pages/build-assets.ts';
import { languages } from '../../src/domain/preferences.ts';
import { openBrowser } from '../support/browser.ts';
import { looks, openWindow, type PageWindow, telephoneByNight } from '../support/page-faults.ts';

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

/** Each kind of page once more, a smaller one, in the scripts that set it in another way; the front page in every other language. */
const translatedPages = [
  ...languages.slice(1).map((language) => `/?lang=${language}`),
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
let window: PageWindow;

beforeAll(async () => {
  site = await serve(theApi({ assets: servedAssets(await buildAssets()) }), 0);
  browser = await openBrowser();
  window = await openWindow(browser);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(readingPages)(
  '%s is accessible, fits, logs no error and contacts no other host, on a telephone and a desktop, by day and by night',
  async (path) => {
    expect(await window.faultsAt(site.url + path, looks)).toEqual([]);
  },
);

test.each(translatedPages)('%s is as accessible, and fits as well', async (path) => {
  expect(await window.faultsAt(site.url + path, telephoneByNight)).toEqual([]);
});

test.each([
  ['the planner of a state for two years', '/planner?state=CN', 4],
  ['the same in Arabic', '/planner?state=CN&lang=ar', 4],
  ['a year', '/year/2027', 1],
])('%s prints on as few sheets of paper as planned', async (_what, path, sheets) => {
  const page = await browser.newPage();
  await page.goto(site.url + path);
  const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
  const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
  await page.close();
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(sheets);
});

test('a word too pale by day or too dark by night, a wide box and a picture of another host would be noticed', async () => {
  const faults = await window.faultsAt(`${site.url}/about`, looks, (page) =>
    page.evaluate(`
      const [pale, dark] = ['#eee', '#222'].map((colour) => {
        const word = document.querySelector('main').appendChild(document.createElement('p'));
        word.textContent = word.style.color = colour;
        return word;
      });
      pale.style.width = '500px';
      pale.appendChild(new Image()).src = 'https://other.example/picture.png';
    `),
  );
  for (const fault of [
    /^console: /,
    /^375 light: overflow/,
    /^375 light: axe: color-contrast.*>#eee/,
    /^375 dark: axe: color-contrast.*>#222/,
    /^1280 dark: axe: color-contrast.*>#222/,
  ])
    expect(faults).toContainEqual(expect.stringMatching(fault));
});

test('a field without a label would be noticed in any language', async () => {
  const faults = await window.faultsAt(`${site.url}/about?lang=ar`, telephoneByNight, (page) =>
    page.evaluate("document.querySelector('main').appendChild(document.createElement('input'))"),
  );
  expect(faults).toEqual([expect.stringMatching(/^375 dark: axe: label: <input/)]);
});
