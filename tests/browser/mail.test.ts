import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/subscriber.ts';
import { sampleMail, samples } from '../mail/sample-digests.ts';
import { noticesIn, sampleNotices } from '../mail/sample-notices.ts';
import { openBrowser } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const digests = (['disputed', 'empty', 'late', 'month-precise'] as const).map((name) => sampleMail(samples[name]));
const notices = Object.values(sampleNotices);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

describe.each([...digests, ...notices])('the mail "$subject"', ({ html }) => {
  test.each(['light', 'dark'] as const)('is accessible to everyone in %s colours', async (colorScheme) => {
    await reading(html, { colorScheme }, async (page) => {
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  test('keeps its contrast where the client drops style sheets', async () => {
    await reading(html.replace(/<style>.*<\/style>/s, ''), { colorScheme: 'dark' }, async (page) => {
      expect(await violationsOn(page)).toEqual([]);
    });
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

  test('asks the network for nothing', async () => {
    await reading('', {}, async (page) => {
      const asked: string[] = [];
      const note = (request: Request) => asked.push(request.url());
      page.on('request', note);
      await page.setContent(html, { waitUntil: 'networkidle' });
      page.off('request', note);
      expect(asked).toEqual([]);
    });
  });
});

describe.each(languages.slice(1))('in the language "%s"', (language) => {
  const sample = { ...samples.disputed, preferences: { ...samples.disputed.preferences, language } };
  const mails = [sampleMail(sample), ...Object.values(noticesIn(language))];

  test.each(['light', 'dark'] as const)('every mail is accessible to everyone in %s colours', async (colorScheme) => {
    for (const { html } of mails) {
      await reading(html, { colorScheme, viewport: { width: 320, height: 640 } }, async (page) => {
        expect(await violationsOn(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      });
    }
  });

  test('the column of numbers stands where a reader begins', async () => {
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
    for (const shown of [html, html.replace(/<style>.*<\/style>/s, '')]) {
      await reading(shown, { viewport: { width: 320, height: 640 } }, async (page) => {
        const box = await page.locator('.button a').boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      });
    }
  },
);

test('an unreadable colour would be noticed', async () => {
  const { html } = sampleMail(samples.empty);
  await reading(html.replaceAll('#525a66', '#b5b9c0'), { colorScheme: 'light' }, async (page) => {
    expect(await violationsOn(page)).toContainEqual(expect.stringContaining('color-contrast'));
  });
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

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.axe ?? ${axe}`);
  return await page.evaluate<string[]>(`axe.run().then(({ violations, incomplete }) =>
    [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}
