import { beforeAll, beforeEach, expect, test } from 'vitest';
import { planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { type SubscriberTable, subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { aSubscriber, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';

const sevenDaysBefore = new Date('2024-01-05T08:00:00Z');

let subscribers: SubscriberTable;
let plan: (tick: Date) => Promise<PlannedDigest[]>;

beforeAll(async () => {
  const documents = await localTables();
  await relationsSeed(documents, 'relations').seed([chinaLesotho], []);
  subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
  const relations = relationsTable(documents, 'relations');
  plan = async (tick) => {
    const sent: PlannedDigest[] = [];
    const queue = { send: async (digests: readonly PlannedDigest[]) => void sent.push(...digests) };
    const ports = { subscribers, dueFacts: dueFacts(relations), queue };
    for await (const _page of planDigests(onlyTick(tick), ports));
    return sent;
  };
});

beforeEach(() => subscribe({}));

const subscribe = (overrides: Partial<Preferences>) =>
  subscribers.put(aSubscriber({ preferences: preferencesWith(overrides) }));

test('a digest is planned for the local date when one of the lead times falls on it', async () => {
  expect(await plan(sevenDaysBefore)).toEqual([
    {
      subscriberId: 'subscriber-1',
      subscriptionVersion: 1,
      on: '2024-01-05',
      coverage: { from: '2024-01-05', through: '2024-01-05' },
      changeSpan: { from: '2024-01-05', through: '2024-01-05' },
    },
  ]);
});

test('a digest is planned for the subscription as of the subscriber’s last return', async () => {
  const reinstatedAt = '2024-01-02T09:00:00.000Z';
  await subscribers.put(aSubscriber({ reinstatedAt }));
  expect(await plan(sevenDaysBefore)).toMatchObject([{ subscriptionVersion: 1, reinstatedAt }]);
});

test('nothing is planned when nothing is due', async () => {
  expect(await plan(new Date('2024-01-06T08:00:00Z'))).toEqual([]);
});

test('a subscriber who wants empty digests gets one when nothing is due', async () => {
  await subscribe({ sendEmpty: true });
  expect(await plan(new Date('2024-01-06T08:00:00Z'))).toHaveLength(1);
});

test('no digest is planned at another hour than the subscriber’s', async () => {
  expect(await plan(new Date('2024-01-05T09:00:00Z'))).toEqual([]);
});

test('a quarter past the hour in UTC is the full hour in Kathmandu', async () => {
  await subscribe({ timeZone: 'Asia/Kathmandu' });
  expect(await plan(new Date('2024-01-05T02:15:00Z'))).toHaveLength(1);
});

test('a weekly digest is planned on its weekday, for the seven days from there', async () => {
  await subscribe({ frequency: 'weekly', weekday: 'friday' });
  const [digest] = await plan(new Date('2024-01-12T08:00:00Z'));
  expect(digest?.coverage).toEqual({ from: '2024-01-12', through: '2024-01-18' });
  expect(await plan(new Date('2024-01-13T08:00:00Z'))).toEqual([]);
});

test('no digest is planned for a subscriber to other states', async () => {
  await subscribe({ states: ['FR'] });
  expect(await plan(sevenDaysBefore)).toEqual([]);
});

test('no digest is planned for somebody who has unsubscribed', async () => {
  await subscribers.put(aSubscriber({ status: 'unsubscribed' }));
  expect(await plan(sevenDaysBefore)).toEqual([]);
});

test('a tick from before the confirmation is not planned', async () => {
  await subscribers.put(aSubscriber({ scheduledSince: '2024-01-05T08:00:00.001Z', coveredThrough: '2024-01-04' }));
  expect(await plan(sevenDaysBefore)).toEqual([]);
});

test('the run of a past tick plans what it would have planned then', async () => {
  expect(await plan(sevenDaysBefore)).toEqual(await plan(sevenDaysBefore));
});
