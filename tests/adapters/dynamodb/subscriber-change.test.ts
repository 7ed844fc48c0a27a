import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { subscriberTable } from '../../../src/adapters/dynamodb/subscriber-table.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { changePreferences } from '../../../src/domain/subscription.ts';
import { aSubscriber, preferencesWith } from '../../support/builders.ts';
import { none, withInterference } from '../../support/interference.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));

const counting = (known: Subscriber | undefined) =>
  aSubscriber({ id: 'counted', ...known, subscriptionVersion: (known?.subscriptionVersion ?? 0) + 1 });

test('a change creates a missing subscriber', async () => {
  expect(await subscribers.change('new', () => aSubscriber({ id: 'new' }))).toEqual(aSubscriber({ id: 'new' }));
  expect(await subscribers.find('new')).toEqual(aSubscriber({ id: 'new' }));
});

test('concurrent changes are applied one after another, and none is lost', async () => {
  await Promise.all(Array.from({ length: 6 }, () => subscribers.change('counted', counting)));
  expect((await subscribers.find('counted'))?.subscriptionVersion).toBe(6);
});

test('an intervening change is noticed, even one that replaced the whole item', async () => {
  await subscribers.put(aSubscriber({ id: 's-1' }));
  const seen: (string | undefined)[] = [];
  let isFirst = true;
  const meddling = async () => {
    if (!isFirst) return;
    isFirst = false;
    await subscribers.put(aSubscriber({ id: 's-1', email: 'later@ministry.example' }));
  };
  await withInterference(
    documents,
    async ({ command }, send) => {
      if (command === 'PutItemCommand') await meddling();
      return send();
    },
    () =>
      subscribers.change('s-1', (known) => {
        seen.push(known?.email);
        return known && { ...known, status: 'unsubscribed' };
      }),
  );
  expect(seen).toEqual(['desk@ministry.example', 'later@ministry.example']);
  expect(await subscribers.find('s-1')).toMatchObject({ email: 'later@ministry.example', status: 'unsubscribed' });
});

test('nothing is written when nothing changes', async () => {
  await subscribers.put(aSubscriber({ id: 's-2' }));
  const calls = await withInterference(documents, none, async () => {
    await subscribers.change('s-2', (known) => known);
    await subscribers.change('s-2', () => undefined);
  });
  expect(calls).toEqual(['GetItemCommand', 'GetItemCommand']);
});

test('the hour is listed again only when it changes', async () => {
  await subscribers.put(aSubscriber({ id: 's-3' }));
  const changeTo = (hour: number) => () =>
    subscribers.change(
      's-3',
      (known) => known && { ...known, subscriptionVersion: 9, preferences: preferencesWith({ hour }) },
    );
  expect(await withInterference(documents, none, changeTo(8))).toEqual(['GetItemCommand', 'PutItemCommand']);
  expect(await withInterference(documents, none, changeTo(9))).toContain('UpdateItemCommand');
});

test('somebody who was erased is gone', async () => {
  await subscribers.put(aSubscriber({ id: 's-4' }));
  await subscribers.remove('s-4');
  await subscribers.remove('s-4');
  expect(await subscribers.find('s-4')).toBeUndefined();
});

test.each([
  ['2024-01-05T08:00:00.000Z', '2024-01-06T08:00:00Z'],
  ['2024-01-05T08:00:00.001Z', '2024-01-06T09:00:00Z'],
  ['2024-01-05T08:59:59.999Z', '2024-01-06T09:00:00Z'],
])('a subscriber mailed a confirmation at %s is reminded at the full hour %s', async (confirmationMailedAt, hour) => {
  const id = confirmationMailedAt;
  await subscribers.put(aSubscriber({ id, status: 'pending', confirmationMails: 1, confirmationMailedAt }));
  const found: string[] = [];
  for await (const page of subscribers.toRemindAt(new Date(hour))) found.push(...page.map((each) => each.id));
  expect(found).toContain(id);
});

test('a zone stored under an alias is read by its canonical name, and listed by it at the next change', async () => {
  const preferences = preferencesWith({ timeZone: 'Europe/Kiev' });
  await subscribers.put(aSubscriber({ id: 'in-kyiv', preferences }));
  expect((await subscribers.find('in-kyiv'))?.preferences.timeZone).toBe('Europe/Kyiv');
  await subscribers.change('in-kyiv', (known) => known && { ...known, email: 'other@ministry.example' });
  const found: string[] = [];
  for await (const { waiting } of subscribers.at({ timeZone: 'Europe/Kyiv', hour: 8 }))
    found.push(...waiting.map(({ subscriberId }) => subscriberId));
  expect(found).toEqual(['in-kyiv']);
  expect(await subscribers.zoneHours()).toContainEqual({ timeZone: 'Europe/Kyiv', hour: 8 });
});

test('a subscriber lists no former schedule that has expired, however often they change it', async () => {
  await subscribers.put(aSubscriber({ id: 'restless' }));
  for (const [index, day] of ['2024-02-15', '2024-03-20', '2024-04-25', '2024-05-15'].entries()) {
    const at = new Date(`${day}T12:00:00Z`);
    const hour = 10 + index;
    await subscribers.change('restless', (known) => known && changePreferences(known, preferencesWith({ hour }), at));
  }
  const { Item } = await documents.send(new GetCommand({ TableName: 'subscribers', Key: { id: 'restless' } }));
  expect(Item?.formerSchedules).toEqual([
    'former#restless#2024-04-25T12:00:00.000Z',
    'former#restless#2024-05-15T12:00:00.000Z',
  ]);
});
