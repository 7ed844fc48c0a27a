import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { openBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** From the item of a digest to a confirmed alert for one of its states. */
const CLICKS = 7;
/** No control is further along the page by keyboard. */
const MAX_TABS = 400;

let browser: Browser;
let stack: LocalStack;
let ahead = 0;

const now = () => new Date(Date.now() + ahead);
const setClock = (instant: string) => {
  ahead = Date.parse(instant) - Date.now();
};

beforeAll(async () => {
  setClock('2024-01-04T10:00:00Z');
  const complain = (error: unknown) => expect.fail(String(error));
  stack = await localStack({ folder: await temporaryFolder(), port: 0, now, onError: complain });
  await stack.seed(readDataset());
  browser = await openBrowser();
  await subscribeReader();
  setClock('2024-01-05T08:00:01Z');
  await stack.plan(new Date('2024-01-05T08:00:00Z'));
  await stack.drained();
});

afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** The reader of the digest with which the journeys begin. */
async function subscribeReader(): Promise<void> {
  const email = 'reader@ministry.example';
  await fetch(`${stack.url}/v1/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, states: ['CN'] }),
  });
  const link = new URL(await linkIn(await openMail(email, /confirm/i), 'a[href*="/confirm"]'));
  const body = new URLSearchParams({ t: link.searchParams.get('t') ?? '' });
  await fetch(`${stack.url}/confirm`, { method: 'POST', body });
}

/** The address of the newest mail to somebody whose subject matches, as a mail program shows it. */
async function openMail(to: string, subject: RegExp): Promise<string> {
  await stack.drained();
  const received = stack.mails.all().filter(({ destinations }) => destinations.includes(to));
  const entries = await Promise.all(received.map(({ id }) => stack.inboxEntry(id)));
  return `${stack.url}/inbox/${entries.findLast((entry) => entry && subject.test(entry.subject))?.id}/html`;
}

async function linkIn(mail: string, selector: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(mail);
  const target = await page.locator(selector).first().getAttribute('href');
  await page.close();
  return target ?? '';
}

/** Somebody on the way: how they press what they see, and how often they have. */
type Traveller = { readonly page: Page; readonly press: (selector: string) => Promise<void>; clicks: number };

async function journey(traveller: Traveller, address: string, copyFacts: () => Promise<string>): Promise<void> {
  const { page, press } = traveller;
  const isShown = (text: string) => page.locator('main', { hasText: text }).waitFor();
  /** Mail programs open links in a browser of their own choice. */
  const followMail = async (mail: string, selector: string) => {
    await page.goto(await linkIn(mail, selector));
    traveller.clicks += 1;
  };
  await followMail(await openMail('reader@ministry.example', /China/), 'a[href*="/relations/CN-LS"]');
  await press('#facts details:first-of-type > summary');
  expect(await copyFacts()).toContain('30th anniversary of the resumption of diplomatic relations');
  await press('main a.button[href*="states=CN"]');
  await isShown('Already subscribed?');
  expect(await page.locator('[name=states][value=CN]').isChecked()).toBe(true);
  await page.locator('[name=email]').fill(address);
  await press('form.preferences button.primary');
  await isShown('Check your inbox');
  await followMail(await openMail(address, /confirm/i), 'a[href*="/confirm"]');
  await isShown('Following: China');
  await press('main button.primary');
  await isShown('You are subscribed');
}

async function travelling(options: BrowserContextOptions, travel: (context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  try {
    await travel(context);
  } finally {
    await context.close();
  }
}

describe('from the item of a mail to its facts and a confirmed alert', () => {
  test('takes seven key presses without scripts', async () => {
    await travelling({ javaScriptEnabled: false }, async (context) => {
      const traveller: Traveller = { page: await context.newPage(), press: byKeyboard, clicks: 0 };
      const { page } = traveller;
      async function byKeyboard(selector: string): Promise<void> {
        await reach(page, selector);
        await page.keyboard.press('Enter');
        traveller.clicks += 1;
      }
      const copyFacts = async () => {
        await reach(page, '#facts textarea');
        await page.keyboard.press('Control+a');
        traveller.clicks += 1;
        return await page.evaluate<string>(
          '(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)',
        );
      };
      await journey(traveller, 'keyboard@ministry.example', copyFacts);
      expect(traveller.clicks).toBe(CLICKS);
    });
  });

  test('takes seven taps on a telephone', async () => {
    const telephone = { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true };
    await travelling({ ...telephone, permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
      const traveller: Traveller = { page: await context.newPage(), press: byFinger, clicks: 0 };
      const { page } = traveller;
      async function byFinger(selector: string): Promise<void> {
        await page.locator(selector).first().tap();
        traveller.clicks += 1;
      }
      const copyFacts = async () => {
        await byFinger('#facts [data-copy]');
        await page.locator('#facts [data-copy]:text("Copied")').waitFor();
        return await page.evaluate<string>('navigator.clipboard.readText()');
      };
      await journey(traveller, 'telephone@ministry.example', copyFacts);
      expect(traveller.clicks).toBe(CLICKS);
    });
  });
});

/** Goes on by the tab key to the control, as somebody does who has no mouse. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  expect.fail(`${selector} cannot be reached by keyboard`);
}
