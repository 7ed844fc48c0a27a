import { beforeEach, describe, expect, test } from 'vitest';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const id = 'subscriber-1';

beforeEach(async () => {
  site.setTime('2024-01-10T12:00:00Z');
  await site.subscribers.put(aSubscriber({ preferences: preferencesWith({ states: ['CN'], frequency: 'weekly' }) }));
});

const withToken = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
const manage = () => site.links.sign('manage', { subscriberId: id, subscriptionVersion: 1 }, site.now());
const ask = (method: string, body?: object, token = manage()) =>
  site.app.request('/v1/subscriptions/me', {
    method,
    headers: withToken(token),
    ...(body && { body: JSON.stringify(body) }),
  });

describe('a change', () => {
  test('keeps the preferences that it does not name', async () => {
    const response = await ask('PATCH', { leapDay: 'mar1' });
    expect(await response.json()).toMatchObject({ leapDay: 'mar1', states: ['CN'], frequency: 'weekly', hour: 8 });
    expect(await site.subscribers.find(id)).toMatchObject({
      coveredThrough: '2023-12-31',
      scheduledSince: '2024-01-01T00:00:00.000Z',
    });
  });

  test('of the schedule is accepted ten times an hour, and of anything else without limit', async () => {
    const answers: number[] = [];
    for (let hour = 0; hour < 12; hour += 1) {
      site.pass(1 / 60);
      answers.push((await ask('PATCH', { hour, timeZone: 'Asia/Tokyo' })).status);
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    const refused = await ask('PATCH', { hour: 23 });
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect(await refused.json()).toMatchObject({ title: 'Too many changes' });
    expect((await ask('PATCH', { leapDay: 'mar1' })).status).toBe(200);
    expect(await site.subscribers.find(id)).toMatchObject({ preferences: { hour: 9, leapDay: 'mar1' } });
    site.pass(1);
    expect((await ask('PATCH', { hour: 23 })).status).toBe(200);
  });

  test('of the schedule is accepted a hundred times in 30 days, so that its history stays small', async () => {
    let taken = 0;
    for (let change = 0; change < 110; change += 1) {
      site.pass(6.5);
      if ((await ask('PATCH', { hour: change % 24 })).status === 200) taken += 1;
    }
    expect(taken).toBe(100);
  });

  test('of the frequency does not repeat days already covered', async () => {
    await ask('PATCH', { frequency: 'daily' });
    expect(await site.subscribers.find(id)).toMatchObject({
      coveredThrough: '2024-01-14',
      scheduledSince: '2024-01-10T12:00:00.001Z',
    });
  });

  test.each([
    ['that names nothing', {}],
    ['to what is chosen already', { states: ['CN'], frequency: 'weekly' }],
  ])('%s writes nothing', async (_what, change) => {
    const before = await site.tables();
    expect((await ask('PATCH', change)).status).toBe(200);
    expect(await site.tables()).toEqual(before);
  });

  test('with an unknown preference is refused as a whole', async () => {
    const before = await site.tables();
    expect((await ask('PATCH', { hour: 9, states: ['XX'] })).status).toBe(400);
    expect((await ask('PATCH', { status: 'active' })).status).toBe(400);
    expect(await site.tables()).toEqual(before);
  });

  test('made at the same time as others loses none of them', async () => {
    const changes = [{ hour: 9 }, { states: ['FR'] }, { policy: 'tens' }, { leapDay: 'mar1' }, { sendEmpty: true }];
    await Promise.all(changes.map((change) => ask('PATCH', change)));
    expect((await site.subscribers.find(id))?.preferences).toMatchObject(Object.assign({}, ...changes));
  });
});

test('the export holds everything on record', async () => {
  const on = '2024-01-05';
  await site.deliveries.acquire({ subscriberId: id, on, coverage: { from: on, through: on } }, site.now());
  const response = await site.app.request('/v1/subscriptions/me/export', { headers: withToken(manage()) });
  expect(await response.json()).toEqual({
    subscriber: await site.subscribers.find(id),
    earlierAddresses: [],
    deliveries: [await site.deliveries.find({ subscriberId: id, on })],
  });
});

describe('no answer but 401', () => {
  const tokens: [string, () => string][] = [
    ['no token', () => ''],
    ['a forged one', () => manage().slice(0, -2)],
    [
      'one to unsubscribe',
      () => site.links.sign('unsubscribe', { subscriberId: id, subscriptionVersion: 1 }, site.now()),
    ],
    [
      'one of a later subscription',
      () => site.links.sign('manage', { subscriberId: id, subscriptionVersion: 2 }, site.now()),
    ],
    [
      'one that is a day old',
      () => site.links.sign('manage', { subscriberId: id, subscriptionVersion: 1 }, new Date('2024-01-09T12:00:00Z')),
    ],
  ];

  test.each(tokens)('for %s', async (_what, token) => {
    const before = await site.tables();
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const response = await ask(method, method === 'PATCH' ? { hour: 1 } : undefined, token());
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
    const path = '/v1/subscriptions/me/export';
    expect((await site.app.request(path, { headers: withToken(token()) })).status).toBe(401);
    expect(await site.tables()).toEqual(before);
  });
});
