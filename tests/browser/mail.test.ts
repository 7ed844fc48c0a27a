import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/preferences.ts';
import { sampleMail, samples } from '../mail/sample-digests.ts';
import { noticesIn, sampleNotices } from '../mail/sample-notices.ts';
import { openBrowser } from '../support/browser.ts';
import { faultsInEach, type Look, pageWithAxe } from '../support/page-faults.ts';

const digests = (['disputed', 'empty', 'late', 'month-precise'] as const).map((name) => sampleMail(samples[name]));
const notices = Object.values(sampleNotices);

let browser: Browser;
let judged: Page;

beforeAll(async () => {
  browser = await openBrowser();
  judged = await pageWithAxe(browser);
});

afterAll(async () => {
  await browser.close();
});

describe.each([...digests, ...notices])('the mail "$subject"', ({ html }) => {
  test('is accessible to everyone by day and by night', async () => {
    expect(await faultsOf(html, byDayAndNight(1280))).toEqual([]);
  });

  test('keeps its contrast where the client drops style sheets', async () => {
    expect(await faultsOf(withoutStyle(html), [{ width: 1280, colorScheme: 'dark' }])).toEqual([]);
  });

  test.each([
    ['on the narrowest screen', 320],
    ['on a telephone', 375],
    ['in a window of 600 pixels at 200 % zoom', 300],
  ])('needs no scrolling sideways %s', async (_where, width) => {
    await reading(html, { viewport: { width, height: 640 } }, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });

  test('is one column of at most 600 pixels', async () => {
    await reading(html, { viewport: { width: 1280, height: 900 } }, async (page) => {
      expect((await page.locator('.sheet').boundingBox())?.width).toBe(600);
    });
  });
});

test('no mail loads anything from the network', async () => {
  const asked: string[] = [];
  const context = await browser.newContext();
  context.on('request', (request) => asked.push(request.url()));
  await Promise.all(
    [...digests, ...notices].map(async ({ html }) => {
      const page = await context.newPage();
      await page.setContent(html, { waitUntil: 'networkidle' });
    }),
  );
  await context.close();
  expect(asked).toEqual([]);
});

describe.each(languages.slice(1))('in the language "%s"', (language) => {
  const sample = { ...samples.disputed, preferences: { ...samples.disputed.preferences, language } };
  const mails = [sampleMail(sample), ...Object.values(noticesIn(language))];

  test.each(mails)('the mail "$subject" is accessible to everyone by day and by night', async ({ html }) => {
    expect(await faultsOf(html, byDayAndNight(320))).toEqual([]);
    expect(await judged.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  test('the column of numbers stands where reading begins', async () => {
    const [{ html } = sampleMail(sample)] = mails;
    await reading(html, { viewport: { width: 640, height: 900 } }, async (page) => {
      const [number, facts] = await Promise.all([
        page.locator('.number').first().boundingBox(),
        page.locator('h3').first().boundingBox(),
      ]);
      expect((number?.x ?? 0) > (facts?.x ?? 0)).toBe(language === 'ar');
    });
  });
});

test('the colours follow the reader: dark on light by day, light on dark by night', async () => {
  const { html } = sampleMail(samples['china-lesotho']);
  const sheetIn = async (colorScheme: 'light' | 'dark') =>
    await reading(html, { colorScheme }, (page) =>
      page.evaluate<string>('getComputedStyle(document.querySelector(".sheet")).backgroundColor'),
    );
  expect([await sheetIn('light'), await sheetIn('dark')]).toEqual(['rgb(255, 255, 255)', 'rgb(24, 28, 35)']);
});

test.each(notices)(
  'the link of "$subject" is large enough for any finger, on a screen and without style sheets',
  async ({ html }) => {
    for (const shown of [html, withoutStyle(html)]) {
      await reading(shown, { viewport: { width: 320, height: 640 } }, async (page) => {
        const box = await page.locator('.button a').boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      });
    }
  },
);

test('a colour that cannot be read by day, or by night, would be noticed', async () => {
  const { html } = sampleMail(samples.empty);
  const pale = await faultsOf(html.replaceAll('#525a66', '#b5b9c0'), byDayAndNight(1280));
  expect(pale).toContainEqual(expect.stringMatching(/^1280 light: axe: color-contrast/));
  const murky = await faultsOf(html.replaceAll('.quiet{color:#aab1bc', '.quiet{color:#4a515c'), byDayAndNight(320));
  expect(murky).toContainEqual(expect.stringMatching(/^320 dark: axe: color-contrast/));
  expect(murky).not.toContainEqual(expect.stringContaining('light'));
});

/** One window for each setting, which shows mail after mail: opening a window takes longer than reading a mail. */
const windows = new Map<string, Promise<Page>>();

function windowWith(options: BrowserContextOptions): Promise<Page> {
  const name = JSON.stringify(options);
  const opened = windows.get(name) ?? browser.newContext(options).then((context) => context.newPage());
  windows.set(name, opened);
  return opened;
}

async function reading<Found>(
  html: string,
  options: BrowserContextOptions,
  read: (page: Page) => Promise<Found>,
): Promise<Found> {
  const page = await windowWith(options);
  await page.setContent(html);
  return read(page);
}

const byDayAndNight = (width: number): readonly Look[] => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
];

function withoutStyle(html: string): string {
  return html.replace(/<style>.*<\/style>/s, '');
}

/** What axe finds wrong, or cannot judge. */
async function faultsOf(html: string, looks: readonly Look[]): Promise<string[]> {
  await judged.setContent(html);
  return await faultsInEach(looks, judged, ['violations', 'incomplete']);
}
