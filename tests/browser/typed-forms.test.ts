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

describe('a person with scripts who has not yet sent a form', () => {
  test('reads it in another language and loses nothing, the language of the mails follows, and no address is in the address bar', async () => {
    const page = await browser.newPage({ timezoneId: 'Asia/Kathmandu' });
    await page.goto(`${listening.url}/subscribe?states=CN`);
    await page.fill('[name=email]', 'desk@press.example');
    for (const name of ['Lesotho', 'France']) {
      await page.getByRole('combobox', { name: 'Find a country' }).fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
    }
    await page.getByRole('button', { name: 'Remove China' }).click();
    await page.getByText('More choices').click();
    await page.locator('[name=pairOther]').nth(1).fill('Chad');
    await page.selectOption('[name=timeZone]', 'UTC');
    await page.check('[name=policy][value=tens]');

    for (const [name, language] of [
      ['Français', 'fr'],
      ['العربية', 'ar'],
    ] as const) {
      await page.getByRole('link', { name }).click();
      await page.waitForURL(`${listening.url}/subscribe?states=CN&lang=${language}`);
      const fields = ['email', 'timeZone', 'language'].map((field) => page.inputValue(`[name=${field}]`));
      expect(await Promise.all(fields)).toEqual(['desk@press.example', 'UTC', language]);
      expect(await page.locator('[name=pairOther]').nth(1).inputValue()).toBe('Chad');
      expect(await page.locator('[name=states]:checked').count()).toBe(2);
      expect(await page.isChecked('[name=states][value=CN]')).toBe(false);
      expect(await page.locator('.chips li').count()).toBe(2);
      expect(await page.isChecked('[name=policy][value=tens]')).toBe(true);
      expect(await page.isVisible('[name=timeZone]')).toBe(true);
    }
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(site.queued).toEqual([]);
    await page.close();
  });

  test('finds a report on the page of the pair as it was written', async () => {
    const page = await browser.newPage();
    await page.goto(`${listening.url}/relations/CN-LS`);
    await page.locator('#report summary').click();
    await page.fill('[name=text]', 'It was the 5th.');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(`${listening.url}/relations/CN-LS?lang=fr`);
    expect(await page.inputValue('[name=text]')).toBe('It was the 5th.');
    expect(await page.isVisible('[name=text]')).toBe(true);
    await page.close();
  });

  test('leaves nothing behind for a later visit', async () => {
    const page = await browser.newPage();
    await page.goto(`${listening.url}/subscribe`);
    await page.fill('[name=email]', 'desk@press.example');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(`${listening.url}/subscribe?lang=fr`);
    await page.goto(`${listening.url}/about`);
    await page.goto(`${listening.url}/subscribe`);
    expect(await page.inputValue('[name=email]')).toBe('');
    await page.close();
  });
});
