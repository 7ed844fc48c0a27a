import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const token = site.links.sign('manage', { subscriberId: 'subscriber-1', subscriptionVersion: 1 }, site.now());

beforeAll(() => site.subscribers.put(aSubscriber()));
beforeEach(() => void site.queued.splice(0));

/** Each form that can be refused, with entries that it takes, and one that it does not. */
const forms = [
  [
    '/subscribe',
    { email: 'desk@press.example', pairs: 'FR-LS', hour: '6' },
    { pairOne: 'Lesothoo', pairOther: 'China' },
  ],
  ['/preferences', { t: token, hour: '6', policy: 'own', policyNumbers: '7, 70' }, { policyNumbers: 'seven' }],
  ['/preferences/link', { email: 'desk@press.example' }, { email: 'desk@' }],
  ['/preferences/address', { t: token, email: 'desk@press.example' }, { email: 'desk@' }],
  ['/relations/CN-LS/report', { text: 'It was the 5th.', date: '1990-04-05' }, { date: '5 April' }],
] as const;

const switches = (html: string) => [...html.matchAll(/<button [^>]*formaction="\?lang=(\w+)" name="redisplay"/g)];

describe.each(forms)('the form at %s', (path, entries, fault) => {
  test('offers the other languages as buttons once it was refused, with no token in an address', async () => {
    const response = await site.postForm(`${path}?lang=fr`, { ...entries, ...fault });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(switches(html).map(([, language]) => language)).toContain('ar');
    expect(html).toMatch(/<form [^>]*id="typed"/);
    expect(html.split('</header>')[0]).not.toContain(token);
  });

  test.each([
    ['refused', 422, fault],
    ['correct', 200, {}],
  ])('keeps every entry in another language while it is %s, and does nothing else', async (_how, status, change) => {
    const before = await site.tables();
    const posted = { ...entries, ...change };
    const response = await site.postForm(`${path}?lang=ar`, { ...posted, redisplay: 'true' });
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(html).toContain('<html lang="ar"');
    expect(switches(html).length).toBeGreaterThan(1);
    const isKept = (value: string) => html.includes(`"${value}"`) || html.includes(`>${value}<`);
    expect(Object.values(posted).filter((value) => !isKept(value))).toEqual([]);
    expect(site.queued).toEqual([]);
    expect(await site.tables()).toEqual(before);
  });

  test('is not shown for another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await site.postForm(path, { ...entries, redisplay: 'true' }, headers)).status).toBe(403);
  });
});
