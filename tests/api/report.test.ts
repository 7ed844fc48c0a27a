import { beforeEach, describe, expect, test } from 'vitest';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const reports = reportTable(site.documents, 'runs');
const path = '/relations/CN-LS/report';
const said = {
  act: 'severed 1990-04-07',
  text: 'It was the 5th.',
  date: '1990-04-05',
  source: 'https://mfa.example/ls',
  website: '',
};

beforeEach(async () => {
  site.queued.splice(0);
  site.pass(24);
  for (const { id } of await reports.list(100)) await reports.remove(id);
});

describe('a report of an error', () => {
  test('gets a thank-you page and waits for the operator', async () => {
    const thanked = await site.postForm(path, said);
    expect([thanked.status, await thanked.text()]).toEqual([200, expect.stringContaining('Thank you')]);
    await site.deliver();
    expect(await reports.list(10)).toMatchObject([
      {
        pair: 'CN-LS',
        act: { kind: 'severed', date: '1990-04-07' },
        text: 'It was the 5th.',
        date: '1990-04-05',
        source: 'https://mfa.example/ls',
      },
    ]);
  });

  test('needs only what is wrong, and is put on one line', async () => {
    await site.postForm(path, { act: '', text: ' The\u202e day\r\nis wrong ', date: '', source: '' });
    await site.deliver();
    expect(await reports.list(10)).toMatchObject([{ text: 'The day is wrong' }]);
  });

  test.each([
    ['text', { text: '  ' }, 'Say what is wrong'],
    ['text', { text: 'x'.repeat(1_001) }, 'Say what is wrong'],
    ['date', { date: '5 April' }, 'This is not a date'],
    ['source', { source: 'javascript:alert(1)' }, 'This is not a web address'],
    ['source', { source: `https://mfa.example/${'x'.repeat(500)}` }, 'This is not a web address'],
  ])('with a faulty field "%s" loses nothing and says how to fix it', async (field, fault, message) => {
    const refused = await site.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...said, ...fault }).toString(),
    });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain(message);
    expect(html).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    expect(html).toContain(field === 'text' ? said.source : said.text);
    expect(site.queued).toEqual([]);
  });

  test('filled in by a program gets the same thank-you page and is dropped', async () => {
    expect((await site.postForm(path, { ...said, website: 'https://spam.example' })).status).toBe(200);
    await site.deliver();
    expect(await reports.list(10)).toEqual([]);
  });

  test('is limited per network, and spends no budget of sign-ups', async () => {
    for (let count = 0; count < 8; count += 1) await site.postForm(path, said, { 'x-test-ip': '203.0.113.7' });
    await site.postForm(path, said, { 'x-test-ip': '203.0.113.8' });
    await site.deliver();
    expect(await reports.list(100)).toHaveLength(6);
    await site.postJson('/v1/subscriptions', { email: 'desk@ministry.example' }, { 'x-test-ip': '203.0.113.7' });
    await site.deliver();
    expect((await site.mails()).map(({ to }) => to?.[0]?.address)).toContain('desk@ministry.example');
  });

  test('that is delivered twice is on file once', async () => {
    await site.postForm(path, said);
    const again = [...site.queued];
    await site.deliver();
    site.queued.push(...again);
    await site.deliver();
    expect(await reports.list(10)).toHaveLength(1);
  });

  test('on a pair without any act on file, or from another site, is refused', async () => {
    expect((await site.postForm('/relations/CN-XX/report', said)).status).toBe(404);
    expect((await site.postForm(path, said, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('has its form on the page of the pair, with the acts to choose from', async () => {
    const html = await (await site.app.request('/relations/CN-LS')).text();
    expect(html).toContain('action="/relations/CN-LS/report"');
    expect(html).toContain('<option value="resumed 1994-01-12"');
  });
});
