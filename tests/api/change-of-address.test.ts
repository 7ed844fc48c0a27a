import { beforeEach, describe, expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { applyFeedback } from '../../lambdas/feedback/apply-feedback.ts';
import { sendBatch } from '../../lambdas/notice-sender/send-batch.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { toBearer } from '../../src/adapters/lambda/link-signer.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { aSite, linksIn, type Site, tokenIn } from '../support/site.ts';

const old = 'desk@ministry.example';
const fresh = 'protocol@embassy.example';
const third = 'private@elsewhere.example';

let site: Site;
let id: string;

beforeEach(async () => {
  site = await aSite();
  id = await site.addresses.subscriberId(old);
  const preferences = preferencesWith({ pairs: ['CN-LS'], leadTimes: [7], hour: 8, sendEmpty: true });
  await site.subscribers.put(aSubscriber({ id, email: old, preferences, confirmedAt: '2024-01-01T00:00:00.000Z' }));
});

const known = async (): Promise<Subscriber> =>
  (await site.subscribers.find(id)) ?? aSubscriber({ status: 'unsubscribed' });
async function manage(): Promise<string> {
  return site.links.sign('manage', toBearer(await known(), 'manage'), site.now());
}
const ask = async (email: string, token?: string) =>
  site.postForm('/preferences/address', { t: token ?? (await manage()), email });
const mailsTo = async (address: string) => (await site.mails()).filter(({ to }) => to?.[0]?.address === address);
const lastTo = async (address: string) => (await mailsTo(address)).at(-1);
const subjectsTo = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);
const activeAt = async (address: string) => {
  const found = await site.subscribers.find(await site.addresses.subscriberId(address));
  return found?.status === 'active' ? found.email : undefined;
};

async function confirmAt(address: string) {
  const answer = await site.postForm('/confirm', { t: tokenIn(await lastTo(address), '/confirm') });
  await site.deliver();
  return answer;
}

async function moveTo(address: string) {
  expect((await ask(address)).status).toBe(200);
  await site.deliver();
  await confirmAt(address);
}

async function undoAt(address: string) {
  const answer = await site.postForm('/preferences/address/undo', {
    t: tokenIn(await lastTo(address), '/preferences/address/undo'),
  });
  await site.deliver();
  return answer;
}

const morning = (day: string) => {
  const tick = `${day}T08:00:00Z`;
  site.setTime(tick);
  return site.plan(new Date(tick));
};

describe('a change of address', () => {
  test('waits for the new address, keeps history, coverage and settings, and neither repeats nor skips a day', async () => {
    await morning('2024-01-02');
    await ask(fresh);
    await site.deliver();
    await morning('2024-01-03');
    expect(await subjectsTo(old)).toHaveLength(2);
    const page = await site.app.request(`/confirm?t=${tokenIn(await lastTo(fresh), '/confirm')}`);
    const text = await page.text();
    expect(text).toContain('Use this address');
    expect(text).not.toMatch(/d•••@m•••|Lesotho/);
    expect((await lastTo(fresh))?.text).not.toContain('Lesotho');
    const before = await known();

    expect(await (await confirmAt(fresh)).text()).toContain('Your digests come to this address');
    const after = await known();
    expect(after).toMatchObject({ email: fresh, status: 'active', subscriptionVersion: before.subscriptionVersion });
    expect([after.preferences, after.coveredThrough, after.scheduledSince]).toEqual([
      before.preferences,
      before.coveredThrough,
      before.scheduledSince,
    ]);
    await morning('2024-01-04');
    await morning('2024-01-05');
    const days = (await site.deliveries.ofSubscriber(id)).map(({ on, status }) => [on, status]);
    expect(days).toEqual(['02', '03', '04', '05'].map((day) => [`2024-01-${day}`, 'sent']));
    expect(await subjectsTo(old)).toEqual([
      expect.any(String),
      expect.any(String),
      'Your digests from Jubilee go to another address',
    ]);
    expect(await subjectsTo(fresh)).toEqual([
      'Please confirm your new address for Jubilee',
      expect.any(String),
      '30th anniversary of resumption, 12 January 2024: China–Lesotho',
    ]);
  });

  test('works over the API, and shows in the export until when it can be undone', async () => {
    const authorization = `Bearer ${await manage()}`;
    const asked = await site.postJson('/v1/subscriptions/me/address', { email: fresh }, { authorization });
    expect([asked.status, await asked.json()]).toEqual([202, { status: 'accepted', message: expect.any(String) }]);
    await site.deliver();
    await confirmAt(fresh);
    expect((await site.postJson('/v1/subscriptions/me/address', { email: third }, { authorization })).status).toBe(401);
    const headers = { authorization: `Bearer ${await manage()}` };
    const held = await site.app.request('/v1/subscriptions/me/export', { headers });
    expect(await held.json()).toMatchObject({
      subscriber: { email: fresh },
      earlierAddresses: [{ email: old, until: '2024-01-29T12:00:00.000Z' }],
    });
  });

  test('needs an address, and keeps the form with its fault', async () => {
    const refused = await ask('no address');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="no address"');
    expect(site.queued).toEqual([]);
  });

  test('is not made by opening links', async () => {
    await ask(fresh);
    await site.deliver();
    const before = await site.tables();
    for (const link of linksIn(await lastTo(fresh))) await site.app.request(link.href);
    expect([await site.tables(), site.queued]).toEqual([before, []]);
    await confirmAt(fresh);
    const moved = await site.tables();
    for (const link of linksIn(await lastTo(old))) await site.app.request(link.href);
    expect([await site.tables(), site.queued]).toEqual([moved, []]);
  });

  test('expires with its link after 48 hours, and nothing of the address is left after 14 days', async () => {
    await ask(fresh);
    await site.deliver();
    const pending = await site.addresses.subscriberId(fresh);
    site.pass(49);
    expect((await confirmAt(fresh)).status).toBe(410);
    site.pass(14 * 24);
    expect(await site.subscribers.find(pending)).toBeUndefined();
    expect(await known()).toMatchObject({ email: old, status: 'active' });
  });

  test('brings no reminder: the digests come anyway', async () => {
    await ask(fresh);
    await site.deliver();
    for (let hour = 0; hour < 60; hour += 1) {
      site.pass(1);
      await site.plan(site.now());
      await site.deliver();
    }
    expect(await subjectsTo(fresh)).toEqual(['Please confirm your new address for Jubilee']);
  });

  test('to one that already subscribes gets the same answer, and changes neither', async () => {
    await site.subscribers.put(aSubscriber({ id: await site.addresses.subscriberId(fresh), email: fresh }));
    const answers = [await ask(fresh), await ask(third)];
    const [one, other] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    expect(one).toEqual(other);
    await site.deliver();
    expect(await subjectsTo(fresh)).toEqual(['Your link to the settings of Jubilee']);
    expect([await activeAt(old), await activeAt(fresh)]).toEqual([old, fresh]);
  });

  test('is made only by the link of the latest request', async () => {
    await ask(fresh);
    await site.deliver();
    site.pass(1);
    await ask(third);
    await site.deliver();
    expect((await confirmAt(fresh)).status).toBe(400);
    expect((await confirmAt(third)).status).toBe(200);
    expect(await known()).toMatchObject({ email: third });
  });

  test('to an earlier address is dropped if the queue delivers that request after a later one', async () => {
    await ask(fresh);
    const earlier = site.queued.splice(0);
    site.pass(1);
    await ask(third);
    await site.deliver();
    site.queued.push(...earlier);
    await site.deliver();
    expect(await lastTo(fresh)).toBeUndefined();
    expect((await confirmAt(third)).status).toBe(200);
    expect(await known()).toMatchObject({ email: third });
  });

  test('ends with the subscription: its link does nothing any more', async () => {
    await ask(fresh);
    await site.deliver();
    await site.postForm('/unsubscribe', {
      t: site.links.sign('unsubscribe', toBearer(await known(), 'unsubscribe'), site.now()),
    });
    expect((await confirmAt(fresh)).status).toBe(400);
    expect(await known()).toMatchObject({ email: old, status: 'unsubscribed' });
  });

  test('gives way to somebody who signs up with the new address meanwhile', async () => {
    await ask(fresh);
    await site.deliver();
    const link = tokenIn(await lastTo(fresh), '/confirm');
    site.pass(25);
    await site.postJson('/v1/subscriptions', { email: fresh });
    await site.deliver();
    expect((await site.postForm('/confirm', { t: link })).status).toBe(400);
    await confirmAt(fresh);
    expect([await activeAt(old), await activeAt(fresh)]).toEqual([old, fresh]);
    expect(await site.addresses.subscriberId(fresh)).not.toBe(id);
  });

  test('can be pressed twice, and moves once and mails once', async () => {
    await ask(fresh);
    await site.deliver();
    const t = tokenIn(await lastTo(fresh), '/confirm');
    await Promise.all([site.postForm('/confirm', { t }), site.postForm('/confirm', { t })]);
    await site.deliver();
    expect(await (await site.postForm('/confirm', { t })).text()).toContain('Already confirmed');
    await site.deliver();
    expect(await subjectsTo(old)).toHaveLength(1);
    expect((await known()).addressesLeft).toHaveLength(1);
  });

  test('frees the old address for a subscription of its own, and can go back and forth', async () => {
    await moveTo(fresh);
    site.pass(25);
    await site.postJson('/v1/subscriptions', { email: old, states: ['FR'] });
    await site.deliver();
    await confirmAt(old);
    expect([await activeAt(old), await activeAt(fresh)]).toEqual([old, fresh]);
    expect(await site.addresses.subscriberId(old)).not.toBe(id);
    await ask(old);
    await site.deliver();
    expect((await lastTo(old))?.subject).toBe('Your link to the settings of Jubilee');
    site.pass(25);
    await moveTo(third);
    expect([await activeAt(fresh), await activeAt(third)]).toEqual([undefined, third]);
    site.pass(25);
    await moveTo(fresh);
    expect([await activeAt(fresh), await activeAt(third), await activeAt(old)]).toEqual([fresh, undefined, old]);
    expect(await site.addresses.subscriberId(fresh)).toBe(id);
  });

  test('lifts a suppression of the new address, but not one of the old', async () => {
    const blocked = await site.addresses.subscriberId(fresh);
    const suppressedAt = '2023-12-20T00:00:00.000Z';
    const suppressed = { status: 'suppressed', suppressedFor: 'complaint', suppressedAt } as const;
    await site.subscribers.put(aSubscriber({ id: blocked, email: fresh, ...suppressed }));
    await moveTo(fresh);
    expect([await site.subscribers.isBarred(blocked), await site.subscribers.isBarred(id)]).toEqual([false, false]);
    expect(await activeAt(fresh)).toBe(fresh);
  });

  test('leaves a bounce of the old address behind, of the notice to it too', async () => {
    await morning('2024-01-02');
    site.pass(1);
    await moveTo(fresh);
    site.pass(1);
    const ports = { ...site, notices: noticeFeedback(site.documents, 'limits') };
    const at = site.now().toISOString();
    const mail = {
      messageId: 'm',
      subscriberId: id,
      on: '2024-01-02',
      acceptedAt: '2024-01-02T08:00:00.000Z',
    } as const;
    await applyFeedback({ kind: 'permanentBounceAt', at, mail }, ports);
    const { newAddressId = '' } = await known();
    const notice = { messageId: 'n', subscriberId: newAddressId, acceptedAt: at, notice: 'moved', request: 'r' };
    await applyFeedback({ kind: 'permanentBounceAt', at, mail: notice }, ports);
    expect(await known()).toMatchObject({ status: 'active', email: fresh });
    expect(await site.subscribers.find(newAddressId)).toMatchObject({ status: 'pending' });
    await applyFeedback({ kind: 'permanentBounceAt', at, mail: { ...mail, messageId: 'o', acceptedAt: at } }, ports);
    expect(await known()).toMatchObject({ status: 'suppressed' });
  });

  test('is erased with the subscriber, whether requested or made', async () => {
    await moveTo(fresh);
    site.pass(25);
    await ask(third);
    await site.deliver();
    await site.postForm('/erase', { t: await manage() });
    expect(JSON.stringify(await site.tables())).not.toMatch(/ministry|embassy|elsewhere/);
    expect(site.queued).toEqual([]);
  });
});

describe('the limits', () => {
  test('allow five changes in 28 days, each with its undo', async () => {
    for (let number = 1; number <= 7; number += 1) {
      await ask(`a${number}@town${number}.example`);
      await site.deliver();
      if ((await mailsTo(`a${number}@town${number}.example`)).length > 0)
        await confirmAt(`a${number}@town${number}.example`);
      site.pass(1);
    }
    expect((await known()).email).toBe('a5@town5.example');
    site.pass(28 * 24);
    await moveTo(fresh);
    expect((await known()).addressesLeft).toHaveLength(1);
  });

  test('allow one mail a day and three in 90 days to a stranger, and ten requests an hour per network', async () => {
    for (let day = 0; day < 6; day += 1) {
      for (let index = 0; index < 12; index += 1) await ask(fresh);
      await site.deliver();
      expect(await mailsTo(fresh)).toHaveLength(Math.min(day + 1, 3));
      site.pass(24);
    }
    for (let index = 0; index < 20; index += 1) {
      await ask(`stranger${index}@town${index}.example`);
      await site.deliver();
    }
    const strangers = (await site.mails()).filter(({ to }) => to?.[0]?.address?.startsWith('stranger'));
    expect(strangers).toHaveLength(10);
  });

  test('count an address that has confirmed as one that answers', async () => {
    for (const address of [fresh, old, fresh, old, fresh]) {
      await moveTo(address);
      site.pass(25);
    }
    expect((await known()).email).toBe(fresh);
  });
});

describe('links of the old address', () => {
  test('unsubscribe as ever, and the goodbye goes to the new one', async () => {
    await morning('2024-01-02');
    const digest = await lastTo(old);
    await moveTo(fresh);
    site.pass(24 * 365);
    const oneClick =
      /<(.+)>/.exec(digest?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '')?.[1] ?? '';
    expect((await site.postForm(oneClick, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    await site.deliver();
    expect(await known()).toMatchObject({ status: 'unsubscribed', email: fresh });
    expect((await lastTo(fresh))?.subject).toBe('You are unsubscribed from Jubilee');
  });

  test('to the settings are void, and so can change, erase and move nothing', async () => {
    const token = await manage();
    await moveTo(fresh);
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(third, token)).status).toBe(400);
    expect((await site.postForm('/erase', { t: token })).status).toBe(400);
    expect((await site.app.request('/v1/subscriptions/me', { method: 'DELETE', headers })).status).toBe(401);
    expect((await site.app.request('/v1/subscriptions/me', { headers })).status).toBe(401);
    expect(await known()).toMatchObject({ status: 'active', email: fresh });
  });
});

describe('taking over a subscription with a forwarded mail', () => {
  test('is undone by the notice to the old address, which locks the intruder out', async () => {
    await moveTo(third);
    const stolen = toBearer(await known(), 'manage');
    site.pass(24 * 27);
    expect(await (await undoAt(old)).text()).toContain('The change of address is undone');
    expect(await known()).toMatchObject({ email: old, status: 'active' });
    expect((await ask(third, site.links.sign('manage', stolen, site.now()))).status).toBe(400);
    expect(await subjectsTo(third)).toContain('Your digests from Jubilee no longer come here');
    expect([await activeAt(old), await activeAt(third)]).toEqual([old, undefined]);
  });

  test('is undone even after a chain of further moves, none of which can reverse that', async () => {
    await moveTo(fresh);
    await moveTo(third);
    const chained = tokenIn(await lastTo(fresh), '/preferences/address/undo');
    await undoAt(old);
    expect(await known()).toMatchObject({ email: old });
    expect((await site.postForm('/preferences/address/undo', { t: chained })).status).toBe(400);
    await site.deliver();
    expect(await known()).toMatchObject({ email: old });
  });

  test('cannot be hidden by requesting more mails while SES throttles', async () => {
    await ask(third);
    await site.deliver();
    await site.postForm('/confirm', { t: tokenIn(await lastTo(third), '/confirm') });
    const [move] = site.queued.splice(0);
    const later = { mailer: { send: async () => ({ outcome: 'throttled', reason: 'rate' }) as const } };
    const event = queueEvent([
      { id: move?.id ?? '', body: move?.body ?? '', sentAt: 0, receiveCount: 1, visibleAt: 0 },
    ]);
    await sendBatch(event, { ...site.noticePorts, ...later, postpone: async () => {} });
    await site.postJson('/v1/subscriptions/link', { email: third });
    await site.deliver();
    await ask(fresh);
    await site.deliver();
    await sendBatch(event, { ...site.noticePorts, postpone: async () => {} });
    expect(await subjectsTo(old)).toEqual(['Your digests from Jubilee go to another address']);
  });

  test('cannot be undone once the old address has subscribed anew: the undo then changes neither', async () => {
    await moveTo(third);
    site.pass(25);
    const undo = tokenIn(await lastTo(old), '/preferences/address/undo');
    await site.postJson('/v1/subscriptions', { email: old });
    await site.deliver();
    await confirmAt(old);
    await site.postForm('/preferences/address/undo', { t: undo });
    await site.deliver();
    expect([await activeAt(old), await activeAt(third)]).toEqual([old, third]);
  });
});

const badUndoLinks: readonly (readonly [string, () => Promise<string>])[] = [
  ['forged', async () => 'x'],
  ['of another purpose', manage],
  ['too old', expiredUndo],
];

async function expiredUndo(): Promise<string> {
  await moveTo(fresh);
  const token = tokenIn(await lastTo(old), '/preferences/address/undo');
  site.pass(24 * 28 + 1);
  return token;
}

test.each(badUndoLinks)('a link to undo that is %s is refused and changes nothing', async (_what, token) => {
  const t = await token();
  const before = await site.tables();
  const answer = await site.postForm('/preferences/address/undo', { t });
  expect([400, 410]).toContain(answer.status);
  expect([await site.tables(), site.queued]).toEqual([before, []]);
});
