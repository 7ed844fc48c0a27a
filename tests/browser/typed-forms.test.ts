import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, serve } from '../../cli/local/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
let browser: Browser;
let listening: Listening;

beforeAll(async () => {
  listening = await serve(site.app, 0);
  browser = await openBrowser();
});
beforeEach(() => void site.queued.splice(0));
afterAll(async () => {
  await browser.close();
  await listening.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a person %s', (_how, javaScriptEnabled) => {
  test('reads a refused form in another language, loses nothing, and sends it by Enter', async () => {
    const page = await browser.newPage({ javaScriptEnabled, timezoneId: 'Asia/Kathmandu' });
    await page.goto(`${listening.url}/subscribe?states=CN`);
    await page.getByText('More choices').click();
    await page.selectOption('[name=timeZone]', 'UTC');
    await page.locator('[name=pairOne]').first().fill('Lesothoo');
    await page.fill('[name=email]', 'desk@press');
    await page.press('[name=email]', 'Enter');
    await page.fill('[name=email]', 'desk@press.example');

    await page.getByRole('button', { name: 'Français' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(page.url()).toBe(`${listening.url}/subscribe?lang=fr`);
    const values = ['email', 'pairOne', 'timeZone'].map((name) => page.locator(`[name=${name}]`).first().inputValue());
    expect(await Promise.all(values)).toEqual(['desk@press.example', 'Lesothoo', 'UTC']);
    expect(await page.locator('[name=states]:checked').inputValue()).toBe('CN');

    await page.locator('[name=pairOne]').first().fill('');
    expect(site.queued).toEqual([]);
    await page.press('[name=email]', 'Enter');
    expect(page.url()).toBe(`${listening.url}/subscribe/asked?lang=fr`);
    expect(site.queued.map(({ body }) => JSON.parse(body))).toMatchObject([{ email: 'desk@press.example' }]);
    await page.close();
  });
});
