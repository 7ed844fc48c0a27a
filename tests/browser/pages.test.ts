import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPreferencesForm } from '../../src/requests/preferences-form.ts';
import { openBrowser } from '../support/browser.ts';
import { looks, openWindow, type PageWindow } from '../support/page-faults.ts';
import { usualFrame as frame, samplePages } from '../web/sample-pages.ts';
import { sampleReadingPages } from '../web/sample-reading-pages.ts';
import { servePages } from '../web/serve-pages.ts';

const pages = samplePages();
/** Those on which one reads are looked at beside this file, with the whole dataset in them. */
const readElsewhere = Object.keys(sampleReadingPages(frame, ''));
const names = Object.keys(pages).filter((name) => !readElsewhere.includes(name));
const previewAnswer = {
  digestsInNext12Months: 17,
  next: [
    { on: '2024-01-12', items: [{ pair: 'CN-LS', years: 30, title: '30th anniversary' }], more: 0, list: '/none' },
    { on: '2024-01-27', items: [{ pair: 'CN-FR', years: 60, title: '60th anniversary' }], more: 2, list: '/list' },
  ],
};

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
let window: PageWindow;
let narrowest: Page;

beforeAll(async () => {
  site = await servePages(
    Object.fromEntries(Object.entries(pages).map(([name, html]) => [`/${name}`, html])),
    previewAnswer,
  );
  browser = await openBrowser();
  window = await openWindow(browser);
  narrowest = await browser.newPage({ viewport: { width: 320, height: 640 } });
});

beforeEach(() => {
  site.posted.length = 0;
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test.each(names)(
  'the %s is accessible to everyone, fits, logs no error and contacts no other host, on a telephone and a desktop, by day and by night',
  async (name) => {
    expect(await window.faultsAt(addressOf(name), looks)).toEqual([]);
  },
);

test.each(names)('the %s needs no scrolling sideways on the narrowest screen', async (name) => {
  await narrowest.goto(addressOf(name));
  await narrowest.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
  expect(await narrowest.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('everything that is pressed or ticked is at least 44 pixels high', async () => {
  await reading('preference centre', { viewport: { width: 375, height: 800 } }, async (page) => {
    await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
    const targets = await page.locator('button, summary, label.option, select, input[type=text], nav a').all();
    const heights = await Promise.all(targets.map(async (target) => (await target.boundingBox())?.height ?? 44));
    expect(heights.filter((height) => height < 44)).toEqual([]);
  });
});

describe('with scripts off', () => {
  test('a person can subscribe with chosen countries, numbers and frequency', async () => {
    await reading('front page', { javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('E-mail address').fill('desk@ministry.example');
      await page.getByText('Asia', { exact: true }).click();
      await page.getByLabel('China').check();
      await page.getByText('More choices').click();
      await page.locator('[name=pairOne]').first().fill('France');
      await page.locator('[name=pairOther]').first().fill('Lesotho');
      await page.getByLabel('Numbers of my own').check();
      await page.getByLabel('My numbers').fill('7, 70');
      await page.getByLabel('Protocol').check();
      await page.getByRole('button', { name: 'Subscribe' }).click();
      const [post] = site.posted;
      expect(post?.path).toBe('/subscribe');
      const form = new URLSearchParams(post?.body);
      expect([form.get('email'), form.get('website')]).toEqual(['desk@ministry.example', '']);
      expect([form.getAll('pairOne')[0], form.getAll('pairOther')[0]]).toEqual(['France', 'Lesotho']);
      expect(readPreferencesForm(form)).toMatchObject({
        states: ['CN'],
        pairs: [],
        policy: [7, 70],
        leadTimes: [365, 180, 90, 30, 7, 0],
        timeZone: 'UTC',
      });
    });
  });

  test('the page to confirm is one button, and nothing is sent before it is pressed', async () => {
    await reading('page to confirm', { javaScriptEnabled: false }, async (page) => {
      expect(site.posted).toEqual([]);
      await page.getByRole('main').getByRole('button').click();
      expect(site.posted).toEqual([{ path: '/confirm', body: 't=k1.abc.def' }]);
    });
  });
});

describe('with the script', () => {
  test.each([
    ['лесо', 'Lesotho'],
    ['中国', 'China'],
    ['الصين', 'China'],
    ['cote d', 'Côte d’Ivoire'],
    ['gn', 'Guinea'],
    ['guinea', 'Guinea'],
    ['soviet', 'Soviet Union'],
    ['росс', 'Russia'],
    ['ivory', 'Côte d’Ivoire'],
  ])('typing "%s" finds %s, ticks its box and shows it', async (typed, name) => {
    await reading('front page', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Find a country' }).fill(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
      expect(await page.locator('input[name=states]:checked').count()).toBe(1);
      expect(site.posted.filter(({ path }) => path === '/subscribe')).toEqual([]);
      await page.getByRole('button', { name: `Remove ${name}` }).click();
      expect(await page.locator('input[name=states]:checked').count()).toBe(0);
    });
  });

  test('a new subscriber is offered the browser’s time zone', async () => {
    await reading('front page', { timezoneId: 'Asia/Kathmandu' }, async (page) => {
      expect(await page.locator('[name=timeZone]').inputValue()).toMatch(/^Asia\/Kat/);
    });
  });

  test('the time zone that a subscriber has is left alone', async () => {
    await reading('preference centre', { timezoneId: 'Asia/Kathmandu' }, async (page) => {
      expect(await page.locator('[name=timeZone]').inputValue()).toBe('UTC');
    });
  });

  test('a pair is chosen by two names, and the preview counts it', async () => {
    await reading('front page', {}, async (page) => {
      await page.getByText('More choices').click();
      const [one, other] = [page.locator('[name=pairOne]').first(), page.locator('[name=pairOther]').first()];
      await one.pressSequentially('ivory');
      await page.locator('.found').getByRole('option', { name: 'Côte d’Ivoire' }).click();
      await other.pressSequentially('leso');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect([await one.inputValue(), await other.inputValue()]).toEqual(['Côte d’Ivoire', 'Lesotho']);
      await page.getByRole('status').waitFor();
      expect(JSON.parse(site.posted.at(-1)?.body ?? '')).toMatchObject({ pairs: ['CI-LS'] });
    });
  });

  test('the search suggests states and pairs, by keyboard, and tells a screen reader which is chosen', async () => {
    await reading('front page', {}, async (page) => {
      const search = page.getByRole('combobox', { name: 'Country, two countries or date' });
      await search.pressSequentially('china les');
      await page.locator('.found').getByRole('option', { name: 'China – Lesotho' }).waitFor();
      expect(await search.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const id = await search.getAttribute('aria-activedescendant');
      expect(await page.locator(`#${id}`).innerText()).toBe('China – Lesotho');
      await page.keyboard.press('Escape');
      expect([await search.getAttribute('aria-expanded'), await search.inputValue()]).toEqual(['false', 'china les']);
      await search.press('s');
      await page.keyboard.press('Backspace');
      await page.locator('.found').getByRole('option', { name: 'China – Lesotho' }).click();
      await page.waitForURL('**/relations/CN-LS');
    });
  });

  test('Enter searches for what is typed unless a suggestion is chosen', async () => {
    await reading('front page', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Country, two countries or date' }).pressSequentially('china');
      await page.locator('.found').getByRole('option', { name: 'China' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=china');
    });
  });

  test('the preview says what the choices would bring', async () => {
    await reading('front page', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Find a country' }).fill('CN');
      await page.keyboard.press('Enter');
      const preview = page.getByRole('status');
      await preview.waitFor();
      expect(await preview.textContent()).toBe(
        '17 digests in the next 12 months; the next: 12 January, China – Lesotho, 30 years',
      );
      expect(await page.locator('[data-preview] li').allTextContents()).toEqual([
        '12 January China – Lesotho: 30th anniversary',
        '27 January China – France: 60th anniversary · 2 more in the complete list',
      ]);
      expect(await page.locator('[data-preview] li a').getAttribute('href')).toBe('/list');
      expect(JSON.parse(site.posted[0]?.body ?? '')).toMatchObject({ states: ['CN'], policy: 'fives', hour: 8 });
    });
  });
});

function addressOf(name: string): string {
  return `${site.url}/${encodeURIComponent(name)}`;
}

async function reading(
  name: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(addressOf(name));
    await look(page);
  } finally {
    await context.close();
  }
}
