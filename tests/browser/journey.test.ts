import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { openBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const address = 'desk@ministry.example';

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
});

afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** The page behind the link of the newest mail whose subject matches, opened as a mail program opens it. */
async function follow(page: Page, subject: RegExp, link: string): Promise<void> {
  await stack.drained();
  const received = stack.mails.all().filter(({ destinations }) => destinations.includes(address));
  const entries = await Promise.all(received.map(({ id }) => stack.inboxEntry(id)));
  const mail = entries.findLast((entry) => entry && subject.test(entry.subject));
  await page.goto(`${stack.url}/inbox/${mail?.id}/html`);
  const target = await page.locator(`a[href*="${link}"]`).first().getAttribute('href');
  await page.goto(target ?? '');
}

const headingOf = (page: Page) => page.locator('h1').innerText();
const digests = () =>
  stack.mails.all().filter(({ tags, destinations }) => tags.digest && destinations.includes(address));

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a person %s', (_how, javaScriptEnabled) => {
  let page: Page;

  beforeAll(async () => {
    setClock(javaScriptEnabled ? '2024-01-04T10:00:00Z' : '2024-01-26T10:00:00Z');
    page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    page.on('pageerror', (error) => expect.fail(error.message));
  });

  test('finds the form on the front page and asks for the digests of a country', async () => {
    await page.goto(stack.url);
    await page.fill('[name=email]', address);
    await page.locator('details:has([name=states][value=CN])').first().locator('summary').click();
    await page.check('[name=states][value=CN]');
    await page.click('button:text("Subscribe")');
    expect(await headingOf(page)).toBe('Check your inbox');
  });

  test('follows the link in the mail, sees the settings and confirms with one button', async () => {
    await follow(page, /confirm/i, '/confirm');
    expect(await page.locator('main').innerText()).toContain('Following: China');
    await page.click('button:text("Confirm subscription")');
    expect(await headingOf(page)).toBe('You are subscribed');
  });

  test('changes the settings', async () => {
    await page.click('a:text("Change these settings")');
    await page.selectOption('[name=hour]', '6');
    await page.selectOption('[name=timeZone]', 'UTC');
    await page.click('button:text("Save settings")');
    expect(await headingOf(page)).toBe('Settings saved');
  });

  if (javaScriptEnabled) {
    test('sees at once what the settings bring', async () => {
      await page.click('a:text("Back to the settings")');
      const preview = page.locator('[data-preview] p');
      await preview.waitFor({ state: 'visible' });
      expect(await preview.innerText()).toMatch(/^\d+ digests in the next 12 months/);
    });
  }

  test('gets a digest at the new hour, and at no other', async () => {
    const before = digests().length;
    const tomorrow = new Date(now().getTime() + 86_400_000).toISOString().slice(0, 10);
    setClock(`${tomorrow}T06:00:01Z`);
    for (const hour of ['06', '08']) await stack.plan(new Date(`${tomorrow}T${hour}:00:00Z`));
    await stack.drained();
    expect(digests().slice(before)).toHaveLength(1);
  });

  test('unsubscribes from the mail, thinks better of it, and goes for good', async () => {
    await follow(page, /China/, '/unsubscribe');
    await page.click('button:text("Unsubscribe")');
    expect(await headingOf(page)).toBe('You are unsubscribed');
    await page.click('button:text("Undo")');
    expect(await headingOf(page)).toBe('You are subscribed again');

    await follow(page, /China/, '/preferences');
    await page.locator('details:has(button:text("Erase everything")) > summary').click();
    await page.click('button:text("Erase everything")');
    expect(await headingOf(page)).toBe('Everything is erased');
  });
});
