import { afterAll, expect, test } from 'vitest';
import { inbox } from '../../cli/local/inbox.ts';
import { serve } from '../../cli/local/listen.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { openBrowser } from '../support/browser.ts';
import { faultsInEach, looks, pageWithAxe } from '../support/page-faults.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const mails = await openMailStore(await temporaryFolder());
const { url, close } = await serve(inbox(mails), 0);
const browser = await openBrowser();

afterAll(async () => {
  await browser.close();
  await close();
});

test('the inbox can be read by everyone, by day and by night', async () => {
  const raw = Buffer.from('From: alerts@example.org\r\nSubject: Hello\r\n\r\nHello');
  const details = { messageId: 'm', source: 'alerts@example.org', destinations: ['desk@ministry.example'], tags: {} };
  const { id } = await mails.keep(raw, { ...details, receivedAt: '2024-01-05T00:00:00.000Z' });
  const page = await pageWithAxe(browser);
  for (const path of ['/inbox', `/inbox/${id}`, '/nothing']) {
    await page.goto(url + path);
    expect(await faultsInEach(looks, page)).toEqual([]);
  }
});
