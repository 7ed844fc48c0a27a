import { expect, test } from 'vitest';
import { aSite, linkIn, type Site, tokenIn } from '../support/site.ts';

const address = 'desk@ministry.example';

async function last(site: Site) {
  return (await site.mails()).at(-1);
}

async function subscribed(site: Site): Promise<void> {
  await site.postJson('/v1/subscriptions', { email: address, pairs: ['CN-LS'], leadTimes: [7], hour: 8 });
  await site.deliver();
  await site.postForm('/confirm', { t: tokenIn(await last(site), '/confirm') });
}

test('a person subscribes, confirms, gets a digest, changes settings, leaves by one click, returns and is erased', async () => {
  const site = await aSite();
  expect((await site.postJson('/v1/subscriptions', { email: address, pairs: ['LS-CN'], leadTimes: [7] })).status).toBe(
    202,
  );
  await site.deliver();

  const confirmation = linkIn(await last(site), '/confirm');
  const page = await site.app.request(confirmation.href);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('d•••@m•••.example');
  const confirmed = await site.postForm('/confirm', { t: confirmation.searchParams.get('t') ?? '' });
  expect(await confirmed.text()).toContain('You are subscribed');

  await site.plan(new Date('2024-01-05T08:00:00Z'));
  site.setTime('2024-01-05T08:00:05Z');
  const digest = await last(site);
  expect(digest?.subject).toBe('30th anniversary of resumption, 12 January 2024: China–Lesotho');

  const authorization = `Bearer ${tokenIn(digest, '/preferences')}`;
  site.setTime('2024-01-01T20:00:00Z');
  const me = () => site.app.request('/v1/subscriptions/me', { headers: { authorization } });
  expect(await (await me()).json()).toMatchObject({
    email: address,
    status: 'active',
    pairs: ['CN-LS'],
    leadTimes: [7],
  });
  const changed = await site.app.request('/v1/subscriptions/me', {
    method: 'PATCH',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"hour":17}',
  });
  expect(await changed.json()).toMatchObject({ hour: 17, pairs: ['CN-LS'] });
  const held = await site.app.request('/v1/subscriptions/me/export', { headers: { authorization } });
  expect(await held.json()).toMatchObject({
    subscriber: { email: address },
    deliveries: [{ on: '2024-01-05', status: 'sent' }],
  });

  const oneClick = /<(.+)>/.exec(digest?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '')?.[1] ?? '';
  const left = await site.postForm(oneClick, { 'List-Unsubscribe': 'One-Click' });
  expect(left.status).toBe(200);
  expect(await (await me()).json()).toMatchObject({ status: 'unsubscribed' });

  await site.deliver();
  const goodbye = linkIn(await last(site), '/unsubscribe/undo');
  expect(await (await site.app.request(goodbye.href)).text()).toContain('Undo: keep my subscription');
  expect(await (await site.postForm('/unsubscribe/undo', { t: goodbye.searchParams.get('t') ?? '' })).text()).toContain(
    'You are subscribed again',
  );
  expect(await (await me()).json()).toMatchObject({ status: 'active', hour: 17 });

  const erased = await site.app.request('/v1/subscriptions/me', { method: 'DELETE', headers: { authorization } });
  expect(erased.status).toBe(204);
  expect((await me()).status).toBe(401);
  expect(JSON.stringify(await site.tables())).not.toContain('ministry');
});

test('erasing leaves no address in any table, keeps its keyed hash only where limits and late requests need it, and is idempotent', async () => {
  const site = await aSite();
  await subscribed(site);
  await site.plan(new Date('2024-01-05T08:00:00Z'));
  const authorization = `Bearer ${tokenIn(await last(site), '/preferences')}`;
  const id = await site.addresses.subscriberId(address);
  const erase = () => site.app.request('/v1/subscriptions/me', { method: 'DELETE', headers: { authorization } });
  expect([(await erase()).status, (await erase()).status]).toEqual([204, 204]);
  const tables = await site.tables();
  expect(JSON.stringify(tables)).not.toContain('ministry');
  const inDays = (days: number) => site.now().getTime() / 1000 + days * 86_400;
  const at = site.now().toISOString();
  const revision = expect.any(String);
  const withHash = Object.values(tables)
    .flat()
    .map(String)
    .filter((item) => item.includes(id));
  expect(withHash.map((item) => JSON.parse(item))).toEqual([
    { id, erasedAt: at, erasedVersion: expect.any(Number), revision, expiresAt: inDays(30) },
    {
      counter: expect.stringMatching(/^unanswered-confirmation#/),
      mails: [{ request: expect.any(String), subscriberId: id, at }],
      revision,
      expiresAt: inDays(90),
    },
  ]);
  expect(site.queued).toEqual([]);
});

test('subscribing anew voids every link of the earlier subscription', async () => {
  const site = await aSite();
  await subscribed(site);
  await site.plan(new Date('2024-01-05T08:00:00Z'));
  const old = await last(site);
  await site.postForm('/unsubscribe', { t: tokenIn(old, '/unsubscribe') });
  await site.deliver();
  const oldUndo = tokenIn(await last(site), '/unsubscribe/undo');
  site.pass(25);
  await subscribed(site);
  const before = await site.tables();

  const refused = [
    await site.postForm('/unsubscribe', { t: tokenIn(old, '/unsubscribe') }),
    await site.postForm('/unsubscribe/undo', { t: oldUndo }),
    await site.postForm('/erase', { t: site.links.sign('manage', bearerOf(old), site.now()) }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 410, 400]);
  expect(await site.tables()).toEqual(before);

  function bearerOf(mail: typeof old) {
    const [, subscriberId = '', subscriptionVersion] = tokenIn(mail, '/unsubscribe').split('.');
    return { subscriberId, subscriptionVersion: Number(subscriptionVersion) };
  }
});

test('exactly one reminder is sent, a day after the first mail', async () => {
  const site = await aSite();
  site.setTime('2024-01-01T12:20:00Z');
  await site.postJson('/v1/subscriptions', { email: address });
  await site.deliver();
  for (let hour = 1; hour <= 100; hour += 1) {
    const tick = new Date(Date.parse('2024-01-01T12:00:00Z') + hour * 3_600_000);
    site.setTime(tick.toISOString());
    await site.plan(tick);
    await site.plan(tick);
    await site.deliver();
  }
  const mails = await site.mails();
  expect(mails.map(({ subject, date }) => [subject, date])).toEqual([
    ['Please confirm your subscription to Jubilee', '2024-01-01T12:20:00.000Z'],
    ['Reminder: please confirm your subscription to Jubilee', '2024-01-02T13:00:00.000Z'],
  ]);
  site.setTime('2024-01-04T12:00:00Z');
  expect((await site.postForm('/confirm', { t: tokenIn(mails[1], '/confirm') })).status).toBe(200);
});

test('a confirmed subscriber is not reminded', async () => {
  const site = await aSite();
  await subscribed(site);
  site.setTime('2024-01-02T12:00:00Z');
  await site.plan(site.now());
  expect(site.queued).toEqual([]);
});
