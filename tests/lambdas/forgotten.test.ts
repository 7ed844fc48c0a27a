import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import { afterFeedback } from '../../src/domain/feedback.ts';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

/** When each address was last held by intent, and for how many days from then it may stay. */
type Held = { readonly on: number; readonly days: number };

/** A day's sign-up that nobody confirms, somebody who leaves, and somebody whose mail bounces. */
async function aDay(site: Awaited<ReturnType<typeof aSite>>, day: number, held: Map<string, Held>) {
  const at = site.now().toISOString();
  const named = async (what: string) => {
    const email = `${what}-${day}@ministry.example`;
    return { email, id: await site.addresses.subscriberId(email) };
  };
  const pending = await named('pending');
  await site.postJson('/v1/subscriptions', { email: pending.email }, { 'x-test-ip': `10.0.${day % 250}.1` });
  await site.deliver();
  held.set(pending.email, { on: day, days: 14 });
  const leaver = await named('left');
  await site.subscribers.put(aSubscriber({ ...leaver, status: 'unsubscribed', endedAt: at }));
  held.set(leaver.email, { on: day, days: 28 });
  const bouncing = await named('bouncing');
  const active = aSubscriber(bouncing);
  await site.subscribers.put(active);
  const mail = { messageId: 'm', acceptedAt: at, subscriberId: bouncing.id };
  await site.subscribers.change(bouncing.id, (known) =>
    afterFeedback(known, { kind: 'permanentBounceAt', at, mail }, []),
  );
  held.set(bouncing.email, { on: day, days: 28 });
}

/** What DynamoDB does to expired items. */
async function expire({ documents, now }: Awaited<ReturnType<typeof aSite>>) {
  for (const [TableName, { key }] of Object.entries(tableShapes)) {
    const { Items = [] } = await documents.send(new ScanCommand({ TableName }));
    for (const item of Items) {
      if (typeof item.expiresAt !== 'number' || item.expiresAt * 1000 > now().getTime()) continue;
      const Key = Object.fromEntries(key.map((name) => [name, item[name]]));
      await documents.send(new DeleteCommand({ TableName, Key }));
    }
  }
}

test('in a simulated year no table holds an address longer than promised', async () => {
  const site = await aSite();
  const held = new Map<string, Held>();
  for (let day = 0; day < 365; day += 7) {
    site.setTime(`${addDays('2024-01-01', day)}T12:00:00Z`);
    await aDay(site, day, held);
    await expire(site);
    const text = JSON.stringify(await site.tables());
    for (const [email, { on, days }] of held) expect([email, text.includes(email)]).toEqual([email, day - on < days]);
  }
});

test('an address that is to be forgotten counts as gone before DynamoDB has removed it', async () => {
  const site = await aSite();
  await aDay(site, 0, new Map());
  const find = async (what: string) =>
    site.subscribers.find(await site.addresses.subscriberId(`${what}-0@ministry.example`));
  site.pass(14 * 24);
  expect([await find('pending'), (await find('left'))?.status]).toEqual([undefined, 'unsubscribed']);
  site.pass(14 * 24);
  expect([await find('left'), await find('bouncing')]).toEqual([undefined, undefined]);
});

test.each(['left', 'bouncing'])('nobody imports an address that has been forgotten: %s', async (what) => {
  const site = await aSite();
  await aDay(site, 0, new Map());
  const id = await site.addresses.subscriberId(`${what}-0@ministry.example`);
  site.pass(28 * 24);
  await expire(site);
  expect([await site.subscribers.find(id), await site.subscribers.isBarred(id)]).toEqual([undefined, true]);
});
