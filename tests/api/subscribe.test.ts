import { beforeEach, describe, expect, test } from 'vitest';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();

beforeEach(() => void site.queued.splice(0));

const requests = () => site.queued.map(({ body }) => JSON.parse(body));

describe('subscribing', () => {
  test('needs only an address: every preference has a default', async () => {
    expect((await site.postJson('/v1/subscriptions', { email: 'desk@ministry.example' })).status).toBe(202);
    expect(requests()).toEqual([
      { kind: 'confirmation', email: 'desk@ministry.example', preferences: defaultPreferences, ip: '192.0.2.1' },
    ]);
  });

  test('accepts codes as people write them and addresses as SES does', async () => {
    const asked = { email: ' Desk@Außenamt.example ', states: ['cn'], pairs: ['ls-cn'], policy: [7, 70] };
    expect((await site.postJson('/v1/subscriptions', asked)).status).toBe(202);
    expect(requests()).toMatchObject([
      { email: 'Desk@xn--auenamt-1va.example', preferences: { states: ['CN'], pairs: ['CN-LS'], policy: [7, 70] } },
    ]);
  });

  test('names the fault of each field, and queues nothing', async () => {
    const response = await site.postJson('/v1/subscriptions', {
      email: 'nobody',
      states: ['CN', 'XX'],
      hour: 24,
      wish: 1,
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const errors = [
      { field: 'email', pointer: '/email', message: 'has no @: an address is such as desk@ministry.example' },
      { field: 'states', pointer: '/states/1', message: 'XX is not the code of a state, such as CN' },
      { field: 'hour', pointer: '/hour', message: expect.any(String) },
      { field: 'wish', pointer: '/wish', message: 'is not a known field' },
    ];
    const problem = { type: 'about:blank', title: 'The request is not valid', status: 400 };
    expect(await response.json()).toEqual({ ...problem, errors });
    expect(site.queued).toEqual([]);
  });

  test.each([
    ['not JSON', '{"email":'],
    ['not an object', '[]'],
    ['nothing', ''],
  ])('refuses a body that is %s', async (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    expect((await site.app.request('/v1/subscriptions', { method: 'POST', headers, body })).status).toBe(400);
  });

  test('by the form accepts pairs by their names', async () => {
    const form = { email: 'desk@ministry.example', pairOne: 'Lesoto', pairOther: '中国' };
    expect((await site.postForm('/subscribe', form)).status).toBe(200);
    expect(requests()).toMatchObject([{ preferences: { pairs: ['CN-LS'] } }]);
  });

  test('by the form marks a pair that it cannot read, and keeps everything else', async () => {
    const form = { email: 'desk@ministry.example', pairOne: 'Lesothoo', pairOther: 'China', hour: '6', pairs: 'CN-FR' };
    const response = await site.postForm('/subscribe', form);
    const html = await response.text();
    expect([response.status, requests()]).toEqual([422, []]);
    expect(html).toContain('“Lesothoo” may mean Lesotho. Write one of these names.');
    expect(html).toMatch(/value="Lesothoo"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/name="pairOther" value="China"/);
    expect(html).toMatch(/name="pairs" value="CN-FR" checked/);
    expect(html).toMatch(/<option value="6" selected/);
  });

  test('by the form answers with a page and keeps the choices', async () => {
    const form = { email: 'desk@ministry.example', states: 'CN', leadTimes: 'newsroom', kinds: 'resumed', website: '' };
    const response = await site.postForm('/subscribe', form);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Check your inbox');
    const preferences = { states: ['CN'], leadTimes: [7, 1, 0], kinds: ['resumed'] };
    expect(requests()).toMatchObject([{ email: 'desk@ministry.example', preferences }]);
  });

  test('by a faulty form shows the form again with the entries and the faults', async () => {
    const response = await site.postForm('/subscribe', { email: 'des"k@', states: 'CN', hour: '99' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('value="des&quot;k@"');
    expect(page).toMatch(/id="fault-email"/);
    expect(page).toMatch(/id="fault-hour"/);
    expect(page).toMatch(/value="CN" checked/);
    expect(site.queued).toEqual([]);
  });
});

describe('the form', () => {
  const shown = async (path: string) => {
    const response = await site.app.request(path);
    return { status: response.status, page: await response.text() };
  };

  test('is prefilled from its address, and says how many digests that brings and what the next one contains', async () => {
    const { status, page } = await shown('/subscribe?pairs=CN-LS&policy=tens&leadTimes=7');
    expect(status).toBe(200);
    expect(page).toContain('value="CN-LS"');
    expect(page).toContain('1 digest in the next 12 months: 5 January, China – Lesotho, 30 years');
    expect(page).not.toContain('The whole world');
  });

  test('links each digest that it previews to the list of all its milestones', async () => {
    const preferences = {
      states: ['CN'],
      policy: 'every',
      frequency: 'monthly',
      leadTimes: [0, 7],
      date: '2024-01-01',
    };
    const { next } = JSON.parse(await (await site.postJson('/v1/preview', preferences)).text());
    const [{ list, items, more }] = next;
    expect(items.length + more).toBeGreaterThan(1);
    const { page } = await shown(list);
    expect(page).toContain(wordsIn('en').digests.count(items.length + more));
    const form = await shown('/subscribe?states=CN&policy=every&frequency=monthly&leadTimes=0,7');
    expect(form.page).toContain(`<a href="${list.replaceAll('&', '&amp;')}" target="_blank"`);
  });

  test('without a chosen state proposes a weekly digest of jubilees, with the number of mails for each choice', async () => {
    const { page } = await shown('/subscribe');
    expect(page).toMatch(/name="frequency" value="weekly" checked/);
    expect(page).toMatch(/name="policy" value="jubilees" checked/);
    expect(page.match(/frequency=(weekly|daily)&amp;policy=/g)).toHaveLength(4);
    expect(page).toContain('digests in the next 12 months');
  });

  test('is in the language of the page, and so are the mails that it proposes', async () => {
    expect((await shown('/subscribe?states=CN&lang=fr')).page).toMatch(/<option value="fr" selected/);
  });

  test('opened by an address with invalid values marks those fields', async () => {
    const { status, page } = await shown('/subscribe?states=QQ');
    expect(status).toBe(400);
    expect(page).toContain('id="fault-states"');
  });

  test('is answered with a redirect, so that reload and back submit nothing again', async () => {
    const body = new URLSearchParams({ email: 'desk@ministry.example', t: 'forged' });
    const { status, headers } = await site.app.request('/subscribe?lang=fr', { method: 'POST', body });
    expect([status, headers.get('location')]).toEqual([303, '/subscribe/asked?lang=fr']);
  });
});

describe('a form that a bot filled in', () => {
  test.each([
    ['the API', '/v1/subscriptions', 'json'],
    ['the form', '/subscribe', 'form'],
  ] as const)('by %s is answered like anything else, and brings no mail', async (_by, path, kind) => {
    const post = (fields: Record<string, string>) =>
      kind === 'json' ? site.postJson(path, fields) : site.postForm(path, fields);
    const honest = await post({ email: 'desk@ministry.example' });
    const trapped = await post({ email: 'desk@ministry.example', website: 'https://spam.example' });
    expect([trapped.status, await trapped.text()]).toEqual([honest.status, await honest.text()]);
    expect(requests()[1]).toEqual({ kind: 'decoy' });
    site.queued.shift();
    const before = (await site.mails()).length;
    expect(await site.deliver()).toEqual([]);
    expect((await site.mails()).length).toBe(before);
    expect(site.counted.at(-1)).toBe(metricNames.decoys);
  });
});

describe('a request for a settings link', () => {
  test('sends one to a subscriber', async () => {
    const email = 'reader@press.example';
    await site.subscribers.put(aSubscriber({ id: await site.addresses.subscriberId(email), email }));
    expect((await site.postJson('/v1/subscriptions/link', { email: 'Reader@Press.example' })).status).toBe(202);
    await site.deliver();
    expect((await site.mails()).at(-1)).toMatchObject({ subject: 'Your link to the settings of Jubilee' });
  });

  test('sends nothing to anybody else', async () => {
    const before = (await site.mails()).length;
    expect((await site.postForm('/preferences/link', { email: 'nobody@press.example' })).status).toBe(200);
    await site.deliver();
    expect((await site.mails()).length).toBe(before);
  });

  test('with a faulty address shows the form again', async () => {
    const response = await site.postForm('/preferences/link', { email: 'nobody' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('value="nobody"');
  });
});
