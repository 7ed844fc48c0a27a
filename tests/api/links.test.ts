import { beforeEach, describe, expect, test } from 'vitest';
import type { LinkPurpose } from '../../src/adapters/lambda/link-signer.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const id = 'subscriber-1';

async function given(overrides: Partial<Subscriber> = {}): Promise<void> {
  await site.subscribers.put(aSubscriber({ subscriptionVersion: 7, ...overrides }));
}

const token = (purpose: LinkPurpose, subscriptionVersion = 7) =>
  site.links.sign(purpose, { subscriberId: id, subscriptionVersion }, site.now());

const status = async () => (await site.subscribers.find(id))?.status;
const get = (path: string) => site.app.request(path);

beforeEach(async () => {
  site.setTime('2024-01-05T12:00:00Z');
  site.queued.splice(0);
  await given();
});

describe('a link to confirm', () => {
  beforeEach(() =>
    given({ status: 'pending', confirmationMails: 1, preferences: preferencesWith({ states: ['CN'] }) }),
  );

  test('opens a page with the masked address, the settings and one button, without changing anything', async () => {
    const before = await site.tables();
    const response = await get(`/confirm?t=${token('confirm')}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('d•••@m•••.example');
    expect(page).not.toContain('desk@ministry.example');
    expect(page.slice(page.indexOf('<main')).match(/<button/g)).toHaveLength(1);
    expect(await site.tables()).toEqual(before);
  });

  test('confirms when the button is pressed', async () => {
    expect((await site.postForm('/confirm', { t: token('confirm') })).status).toBe(200);
    expect(await site.subscribers.find(id)).toMatchObject({ status: 'active', coveredThrough: '2024-01-04' });
  });

  test('reports on the second press that it is done, without a link to the settings', async () => {
    await site.postForm('/confirm', { t: token('confirm') });
    const again = await site.postForm('/confirm', { t: token('confirm') });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('Already confirmed');
  });

  test('expires after 48 hours', async () => {
    const old = token('confirm');
    site.pass(48);
    expect((await get(`/confirm?t=${old}`)).status).toBe(410);
    expect((await site.postForm('/confirm', { t: old })).status).toBe(410);
    expect(await status()).toBe('pending');
  });

  test('of an earlier subscription is void, even while a later one is active', async () => {
    await given({ status: 'active', subscriptionVersion: 8 });
    const response = await site.postForm('/confirm', { t: token('confirm') });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('Change these settings');
  });

  test('does nothing for an address that has unsubscribed', async () => {
    await given({ status: 'unsubscribed', endedAt: site.now().toISOString() });
    expect((await site.postForm('/confirm', { t: token('confirm') })).status).toBe(400);
    expect(await status()).toBe('unsubscribed');
  });

  test.each(['bounce', 'complaint'] as const)('lifts the suppression after a %s', async (suppressedFor) => {
    await given({ status: 'suppressed', suppressedFor, suppressedAt: site.now().toISOString() });
    expect(await site.subscribers.isBarred(id)).toBe(true);
    expect((await site.postForm('/confirm', { t: token('confirm') })).status).toBe(200);
    expect(await site.subscribers.find(id)).not.toHaveProperty('suppressedFor');
    expect(await site.subscribers.isBarred(id)).toBe(false);
  });
});

describe('a link to unsubscribe', () => {
  test('opens a page with a button, without changing anything', async () => {
    const response = await get(`/unsubscribe?t=${token('unsubscribe')}`);
    expect([response.status, await status()]).toEqual([200, 'active']);
  });

  test.each([
    ['the button of its page', () => site.postForm('/unsubscribe', { t: token('unsubscribe') })],
    [
      'one click (RFC 8058), as a form',
      () => site.postForm(`/unsubscribe?t=${token('unsubscribe')}`, { 'List-Unsubscribe': 'One-Click' }),
    ],
    [
      'one click (RFC 8058), as multipart',
      () => {
        const body = new FormData();
        body.set('List-Unsubscribe', 'One-Click');
        return site.app.request(`/unsubscribe?t=${token('unsubscribe')}`, { method: 'POST', body });
      },
    ],
    ['one click without a body', () => site.app.request(`/unsubscribe?t=${token('unsubscribe')}`, { method: 'POST' })],
  ])('acts at once by %s, also years later, and again without harm', async (_how, press) => {
    site.pass(-24 * 365 * 3);
    token('unsubscribe');
    site.setTime('2024-01-05T12:00:00Z');
    expect((await press()).status).toBe(200);
    expect(await status()).toBe('unsubscribed');
    site.pass(1);
    expect((await press()).status).toBe(200);
    expect(site.queued.map(({ body }) => JSON.parse(body))).toEqual([
      { kind: 'goodbye', subscriberId: id, subscriptionVersion: 7 },
    ]);
  });

  test('of an erased subscriber succeeds', async () => {
    await site.subscribers.remove(id);
    expect((await site.postForm('/unsubscribe', { t: token('unsubscribe') })).status).toBe(200);
    expect(await status()).toBeUndefined();
  });

  test('does not lift a suppression', async () => {
    await given({ status: 'suppressed', suppressedFor: 'bounce' });
    expect((await site.postForm('/unsubscribe', { t: token('unsubscribe') })).status).toBe(200);
    expect(await status()).toBe('suppressed');
    expect((await site.postForm('/unsubscribe/undo', { t: token('undo') })).status).toBe(410);
    expect(await status()).toBe('suppressed');
  });
});

describe('unsubscribing', () => {
  beforeEach(() => site.postForm('/unsubscribe', { t: token('unsubscribe') }));

  test('can be undone for 28 days', async () => {
    const undo = token('undo');
    site.pass(24 * 28 - 1);
    expect(await (await get(`/unsubscribe/undo?t=${undo}`)).text()).toContain('Undo: keep my subscription');
    expect([await status(), await site.subscribers.isBarred(id)]).toEqual(['unsubscribed', true]);
    expect((await site.postForm('/unsubscribe/undo', { t: undo })).status).toBe(200);
    expect([await status(), await site.subscribers.isBarred(id)]).toEqual(['active', false]);
    expect((await site.postForm('/unsubscribe/undo', { t: undo })).status).toBe(200);
  });

  test('cannot be undone after that, even with a link signed later', async () => {
    const undo = token('undo');
    site.pass(24 * 28);
    for (const late of [undo, token('undo')]) {
      expect((await get(`/unsubscribe/undo?t=${late}`)).status).toBe(410);
      expect((await site.postForm('/unsubscribe/undo', { t: late })).status).toBe(410);
    }
    expect(await status()).toBeUndefined();
  });

  const coveredThroughAfterUndoing = async () => {
    await site.postForm('/unsubscribe/undo', { t: token('undo') });
    return (await site.subscribers.find(id))?.coveredThrough;
  };

  test('and returning on the same day repeats no date', async () => {
    const on = '2024-01-05';
    await site.deliveries.acquire({ subscriberId: id, on, coverage: { from: on, through: on } }, site.now());
    expect(await coveredThroughAfterUndoing()).toBe('2024-01-05');
    await site.deliveries.eraseOf(id);
  });

  test('and returning on the same day skips no date whose digest was dropped meanwhile', async () => {
    expect(await coveredThroughAfterUndoing()).toBe('2024-01-04');
  });
});

describe('a link to the settings', () => {
  const settings = { policy: 'own', policyNumbers: '7, 70', leadTimes: 'protocol', kinds: 'resumed', states: 'FR' };

  test('shows them and the ways out, without changing anything', async () => {
    const before = await site.tables();
    const response = await get(`/preferences?t=${token('manage')}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('action="/unsubscribe"');
    expect(page).toContain('action="/erase"');
    expect(await site.tables()).toEqual(before);
  });

  test('saves the chosen settings', async () => {
    const response = await site.postForm('/preferences', { t: token('manage'), ...settings });
    expect(response.status).toBe(200);
    expect((await site.subscribers.find(id))?.preferences).toMatchObject({
      policy: [7, 70],
      leadTimes: [365, 180, 90, 30, 7, 0],
      kinds: ['resumed'],
      states: ['FR'],
    });
  });

  test('shows a faulty form again and saves nothing', async () => {
    const before = await site.tables();
    const response = await site.postForm('/preferences', { t: token('manage'), ...settings, policyNumbers: 'seven' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('value="seven"');
    expect(page).toContain('id="fault-policy"');
    expect(await site.tables()).toEqual(before);
  });

  test('offers a fresh one after 24 hours', async () => {
    const old = token('manage');
    site.pass(24);
    for (const response of [
      await get(`/preferences?t=${old}`),
      await site.postForm('/preferences', { t: old, ...settings }),
      await site.postForm('/erase', { t: old }),
    ]) {
      expect(response.status).toBe(410);
      expect(await response.text()).toContain('action="/preferences/link"');
    }
    expect(await status()).toBe('active');
  });

  test('erases everything when the last button is pressed', async () => {
    expect((await site.postForm('/erase', { t: token('manage') })).status).toBe(200);
    expect(await status()).toBeUndefined();
  });

  test('offers no unsubscribe button after unsubscribing', async () => {
    await given({ status: 'unsubscribed' });
    expect(await (await get(`/preferences?t=${token('manage')}`)).text()).not.toContain('action="/unsubscribe"');
  });
});

const purposes = ['confirm', 'unsubscribe', 'undo', 'manage', 'calendar'] as const;
const places = [
  ['confirm', 'GET', '/confirm'],
  ['confirm', 'POST', '/confirm'],
  ['unsubscribe', 'GET', '/unsubscribe'],
  ['unsubscribe', 'POST', '/unsubscribe'],
  ['undo', 'GET', '/unsubscribe/undo'],
  ['undo', 'POST', '/unsubscribe/undo'],
  ['manage', 'GET', '/preferences'],
  ['manage', 'POST', '/preferences'],
  ['manage', 'POST', '/erase'],
  ['manage', 'POST', '/preferences/calendar/reset'],
] as const;

describe.each(places)('a token to %s at %s %s', (purpose, method, path) => {
  const status = purpose === 'undo' ? 'unsubscribed' : 'active';
  const wrong = [
    ...purposes.filter((other) => other !== purpose).map((other) => () => token(other)),
    () => token(purpose).slice(0, -1),
    () => token(purpose, 6),
    () => token(purpose).replace('.7.', '.8.'),
    () => `${token(purpose)}.`,
    () => '',
  ];

  test('is refused if signed for another purpose or subscription, or altered', async () => {
    await given({ status: purpose === 'confirm' ? 'pending' : status, endedAt: '2024-01-05T11:00:00.000Z' });
    const before = await site.tables();
    for (const forged of wrong) {
      const response =
        method === 'GET' ? await get(`${path}?t=${forged()}`) : await site.postForm(path, { t: forged() });
      expect([400, 410]).toContain(response.status);
    }
    expect(await site.tables()).toEqual(before);
  });
});
