import { describe, expect, test } from 'vitest';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const form = { email: 'desk@ministry.example' };

describe('a form sent from another site', () => {
  test.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://example.net' },
    { origin: 'nonsense' },
  ])('is refused with the headers %o, and queues nothing', async (headers) => {
    for (const path of ['/subscribe', '/preferences/link', '/confirm', '/erase'])
      expect((await site.postForm(path, form, headers)).status, path).toBe(403);
    expect(site.queued).toEqual([]);
  });

  test.each<Record<string, string>>([
    {},
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://jubilee.example' },
  ])('accepts our own form with the headers %o', async (headers) => {
    expect((await site.postForm('/subscribe', form, headers)).status).toBeLessThan(400);
  });
});

describe('a link to unsubscribe', () => {
  const token = site.links.sign('unsubscribe', { subscriberId: 'subscriber-1', subscriptionVersion: 1 }, site.now());

  test('answers GET and POST alike after the subscriber was erased', async () => {
    const [get, post] = [
      await site.app.request(`/unsubscribe?t=${token}`),
      await site.postForm('/unsubscribe', { t: token }),
    ];
    expect([get.status, post.status]).toEqual([200, 200]);
    expect(await get.text()).toBe(await post.text());
  });

  test('works with the token in the body', async () => {
    await site.subscribers.put(aSubscriber());
    expect((await site.postForm('/unsubscribe?t=', { t: token })).status).toBe(200);
    expect(await site.subscribers.find('subscriber-1')).toMatchObject({ status: 'unsubscribed' });
  });
});

test.each([
  ['/relations/ls-cn', '/relations/CN-LS'],
  ['/states/cn', '/states/CN'],
  ['/year', '/year/2024'],
])('the redirect from %s keeps the language', async (from, to) => {
  expect((await site.app.request(`${from}?lang=ar`)).headers.get('location')).toBe(`${to}?lang=ar`);
});

test.each(['/calendars/CN.ics', '/feeds/CN.atom', '/v1/anniversaries?from=2024-01-01&to=2024-12-31'])(
  '%s is the same with parameters that programs add, and refuses mistyped ones',
  async (address) => {
    const join = address.includes('?') ? '&' : '?';
    const plain = await (await site.app.request(address)).text();
    const decorated = `${address}${join}nocache=1&_=2&utm_source=x&fbclid=y`;
    expect(await (await site.app.request(decorated)).text()).toBe(plain);
    expect((await site.app.request(`${address}${join}polcy=tens`)).status).toBe(400);
  },
);
