import { beforeAll, describe, expect, test } from 'vitest';
import { aSubscriber } from '../support/builders.ts';
import { none, withInterference } from '../support/interference.ts';
import { aSite, linkIn, linksIn } from '../support/site.ts';

const site = await aSite();
const reading = ['GetItemCommand', 'QueryCommand'];
const id = 'subscriber-1';
const bearer = { subscriberId: id, subscriptionVersion: 1 };

/** Every kind of mail: confirmation, reminder, digest, link, goodbye. */
beforeAll(async () => {
  const email = 'desk@ministry.example';
  await site.postJson('/v1/subscriptions', { email, leadTimes: [7] });
  await site.deliver();
  site.pass(25);
  await site.plan(new Date('2024-01-02T12:00:00Z'));
  await site.deliver();
  const confirm = linkIn((await site.mails()).at(-1), '/confirm');
  await site.postForm('/confirm', { t: confirm.searchParams.get('t') ?? '' });
  await site.plan(new Date('2024-01-05T08:00:00Z'));
  await site.postJson('/v1/subscriptions/link', { email });
  await site.deliver();
  const unsubscribe = linkIn((await site.mails()).at(-1), '/unsubscribe');
  await site.app.request(unsubscribe.href, { method: 'POST' });
  await site.deliver();
  await site.subscribers.put(aSubscriber());
});

test('a scanner that opens every link of every mail changes nothing', async () => {
  const mails = await site.mails();
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(5);
  const before = await site.tables();
  for (const url of new Set(mails.flatMap((mail) => linksIn(mail).map(({ href }) => href)))) {
    for (const method of ['GET', 'HEAD']) {
      const response = await site.app.request(url, { method });
      expect(response.status, url).toBeLessThan(500);
    }
  }
  expect(await site.tables()).toEqual(before);
  expect(site.queued).toEqual([]);
});

describe('no GET or HEAD writes', () => {
  const purposes = ['confirm', 'unsubscribe', 'undo', 'manage'] as const;
  const paths = [...new Set(site.app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))];

  test.each(paths)('at %s, with any token', async (path) => {
    const tokens = [...purposes.map((purpose) => site.links.sign(purpose, bearer, site.now())), 'x'];
    const commands = await withInterference(site.documents, none, async () => {
      for (const token of tokens)
        for (const method of ['GET', 'HEAD'])
          await site.app.request(`${path.replace(':file', 'x')}?t=${token}`, {
            method,
            headers: { authorization: `Bearer ${token}` },
          });
    });
    expect(commands.filter((command) => !reading.includes(command))).toEqual([]);
    expect(site.queued).toEqual([]);
  });

  test('and the check would notice a write', async () => {
    const commands = await withInterference(site.documents, none, () => site.subscribers.put(aSubscriber()));
    expect(commands.filter((command) => !reading.includes(command))).not.toEqual([]);
  });
});
