import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ZoneHour, zoneHourText } from '../../../src/adapters/dynamodb/subscriber-rows.ts';
import { subscriberTable } from '../../../src/adapters/dynamodb/subscriber-table.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { listedTimeZones } from '../../../src/domain/time-zone.ts';
import { aSubscriber, preferencesWith } from '../../support/builders.ts';
import { localTables } from '../../support/local-tables.ts';

const documentClient = await localTables();
const subscribers = subscriberTable(documentClient, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));

const shanghaiAt8 = { timeZone: 'Asia/Shanghai', hour: 8 };
const inShanghai = (id: string, overrides: Partial<Subscriber> = {}) =>
  aSubscriber({
    id,
    preferences: preferencesWith({ ...shanghaiAt8, pairs: ['CN-LS'], policy: [7, 70] }),
    ...overrides,
  });

async function idsAt(zoneHour: ZoneHour): Promise<string[]> {
  const ids: string[] = [];
  for await (const { waiting } of subscribers.at(zoneHour))
    ids.push(...waiting.map(({ subscriberId }) => subscriberId));
  return ids.sort();
}

test('before anybody has subscribed there is no hour to serve', async () => {
  expect(await subscribers.zoneHours()).toEqual([]);
});

describe('subscribers are found', () => {
  beforeAll(async () => {
    await subscribers.put(inShanghai('s-1'));
    await subscribers.put(inShanghai('s-2'));
    await subscribers.put(
      aSubscriber({ id: 's-3', preferences: preferencesWith({ timeZone: 'America/St_Johns', hour: 17 }) }),
    );
    await subscribers.put(inShanghai('s-pending', { status: 'pending' }));
    await subscribers.put(inShanghai('s-gone', { status: 'unsubscribed' }));
    await subscribers.put(inShanghai('s-bounced', { status: 'suppressed' }));
  });

  test('by their id, whatever their status, with all their preferences', async () => {
    expect(await subscribers.find('s-1')).toEqual(inShanghai('s-1'));
    expect(await subscribers.find('s-pending')).toEqual(inShanghai('s-pending', { status: 'pending' }));
    expect(await subscribers.find('s-nobody')).toBeUndefined();
  });

  test('by the hour of their digest when they are active, and not when they are pending, unsubscribed or suppressed', async () => {
    expect(await idsAt(shanghaiAt8)).toEqual(['s-1', 's-2']);
    expect(await idsAt({ timeZone: 'America/St_Johns', hour: 17 })).toEqual(['s-3']);
    expect(await idsAt({ timeZone: 'Asia/Shanghai', hour: 9 })).toEqual([]);
  });

  test('at the hours that are listed, each once', async () => {
    expect(await subscribers.zoneHours()).toHaveLength(2);
    expect(await subscribers.zoneHours()).toEqual(
      expect.arrayContaining([shanghaiAt8, { timeZone: 'America/St_Johns', hour: 17 }]),
    );
  });

  test('no longer at an hour once they have unsubscribed', async () => {
    await subscribers.put(inShanghai('s-2', { status: 'unsubscribed' }));
    expect(await idsAt(shanghaiAt8)).toEqual(['s-1']);
  });

  test('in pages, however many share an hour', async () => {
    const note = 'A'.repeat(100);
    const hour = { timeZone: 'Asia/Kathmandu', hour: 6 };
    const states = Array.from({ length: 250 }, () => note);
    const many = Array.from({ length: 60 }, (_, index) =>
      aSubscriber({ id: `k-${index}`, preferences: preferencesWith({ ...hour, states }) }),
    );
    await Promise.all(many.map(subscribers.put));
    const pages: number[] = [];
    for await (const { waiting } of subscribers.at(hour)) pages.push(waiting.length);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.reduce((sum, count) => sum + count)).toBe(60);
  });
});

test.each([
  ['status', { status: 'sleeping' }],
  ['preferences', { preferences: '{"states":' }],
  ['coveredThrough', { coveredThrough: '2023-02-30' }],
])('a row with a corrupt %s is refused with its table and id, and without its address', async (attribute, corrupt) => {
  const { preferences, ...row } = inShanghai('s-bad', { email: 'secret@ministry.example' });
  const Item = { ...row, preferences: JSON.stringify(preferences), ...corrupt };
  await documentClient.send(new PutCommand({ TableName: 'subscribers', Item }));
  const message = await subscribers.find('s-bad').catch(String);
  expect(message).toContain(`Table subscribers, item s-bad: ${attribute}`);
  expect(message).not.toContain('secret@');
});

describe('an hour that nobody uses any more', () => {
  const [paris, listed] = ['Europe/Paris#09', async () => (await subscribers.zoneHours()).map(zoneHourText)];
  const inParis = aSubscriber({ id: 's-paris', preferences: preferencesWith({ timeZone: 'Europe/Paris', hour: 9 }) });

  test('is no longer listed once two runs have found nobody', async () => {
    await subscribers.put(inParis);
    await subscribers.pruneZoneHours([paris]);
    expect(await listed()).toContain(paris);
    await subscribers.pruneZoneHours([paris]);
    expect(await listed()).not.toContain(paris);
  });

  test('is kept when somebody chooses it between the two', async () => {
    await subscribers.put(inParis);
    await subscribers.pruneZoneHours([paris]);
    await subscribers.put(inParis);
    await subscribers.pruneZoneHours([paris]);
    expect(await listed()).toContain(paris);
  });
});

/** What DynamoDB takes in one item. */
const MAX_ITEM_BYTES = 400 * 1024;

test('every hour of every zone would fit twice into the item that lists them', () => {
  const bytes = [...listedTimeZones()].map((zone) => 24 * (zone.length + 4)).reduce((sum, each) => sum + each);
  expect(2 * bytes).toBeLessThan(MAX_ITEM_BYTES);
});
