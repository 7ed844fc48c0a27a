import { beforeEach, describe, expect, test } from 'vitest';
import { type Invocation, type Outcome, type Ports, planThrough } from '../../lambdas/digest-planner/plan-through.ts';
import { replayTick } from '../../lambdas/digest-planner/replay-tick.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { PLAN_LEASE_MS, type PlanRun } from '../../src/domain/plan-run.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { changePreferences } from '../../src/domain/subscription.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { aSubscriber, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';

const documents = await localTables();
await relationsSeed(documents, 'relations').seed([chinaLesotho], []);
const relations = relationsTable(documents, 'relations');
const subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
const runs = runTable(documents, 'runs');
const daysOfRun = keptDays(relations);

const hearsDaily = (id: string, overrides: Partial<Subscriber> = {}) =>
  aSubscriber({ id, preferences: preferencesWith({ sendEmpty: true }), ...overrides });
const at = (text: string) => new Date(`${text}:00Z`);

let queued: PlannedDigest[];
let reminded: object[];
let told: PlanRun[];
let now: Date;
let invocations = 0;

const queue: Ports['queue'] = { send: async (digests) => void queued.push(...digests) };
const ports = {
  subscribers,
  runs,
  dueFacts: () => dueFacts(daysOfRun()),
  queue,
  notices: { send: async (requests: readonly object[]) => void reminded.push(...requests) },
  now: () => now,
};

function plan(tick: Date, overrides: Partial<Invocation & Ports> = {}): Promise<Outcome> {
  now = tick > now ? tick : now;
  invocations += 1;
  const onRun = (run: PlanRun) => void told.push(run);
  const { hasTime = () => true, ...others } = overrides;
  return planThrough(tick, { holder: `invocation-${invocations}`, hasTime, onRun }, { ...ports, ...others });
}

beforeEach(async () => {
  queued = [];
  reminded = [];
  told = [];
  now = at('2024-01-04T07:45');
  await runs.beginAfter(now);
  for (const id of ['a', 'b', 'c']) await subscribers.remove(id);
});

describe('after an outage', () => {
  test('one mail covers all overdue dates of a subscriber, and the ticks are planned once', async () => {
    await subscribers.put(hearsDaily('a'));
    expect(await plan(at('2024-01-17T09:30'))).toBe('planned');
    expect(queued).toEqual([
      {
        subscriberId: 'a',
        subscriptionVersion: 1,
        on: '2024-01-17',
        coverage: { from: '2024-01-04', through: '2024-01-17' },
        changeSpan: { from: '2024-01-04', through: '2024-01-17' },
      },
    ]);
    expect(await plan(at('2024-01-17T09:30'))).toBe('planned');
    expect(queued).toHaveLength(1);
    expect(told).toMatchObject([{ counts: { subscribers: 1, digests: 1 } }]);
  });

  test('the reminders of every missed hour are requested', async () => {
    const asked = {
      status: 'pending',
      confirmationMails: 1,
      confirmationMailedAt: '2024-01-03T10:20:00.000Z',
    } as const;
    await subscribers.put(hearsDaily('b', asked));
    await plan(at('2024-01-04T20:15'));
    expect(reminded).toEqual([{ kind: 'reminder', subscriberId: 'b', subscriptionVersion: 1 }]);
  });

  test('a replay of one of its ticks plans the same digests, so that nothing is sent twice', async () => {
    await subscribers.put(hearsDaily('a'));
    await plan(at('2024-01-07T09:30'));
    const first = queued.splice(0);
    const replay = await replayTick(at('2024-01-05T08:00'), { ...ports, dueFacts: dueFacts(relations) });
    expect(replay).toMatchObject({ ticks: { through: at('2024-01-07T09:30') }, digests: 1 });
    expect(queued).toEqual(first);
  });

  test('a tick without a recorded run is not replayed', async () => {
    const replay = await replayTick(at('2025-01-05T08:00'), { ...ports, dueFacts: dueFacts(relations) });
    expect(replay).toBeUndefined();
  });
});

describe('a planner that dies half-way', () => {
  const inThreeZones = async () => {
    await subscribers.put(
      hearsDaily('a', { preferences: preferencesWith({ sendEmpty: true, timeZone: 'Africa/Accra' }) }),
    );
    await subscribers.put(
      hearsDaily('b', { preferences: preferencesWith({ sendEmpty: true, timeZone: 'Africa/Dakar' }) }),
    );
    await subscribers.put(
      hearsDaily('c', { preferences: preferencesWith({ sendEmpty: true, timeZone: 'Africa/Lome' }) }),
    );
  };

  test('is continued by the next, which repeats no planned page', async () => {
    await inThreeZones();
    const dies = {
      send: async (digests: readonly PlannedDigest[]) => {
        if (queued.length === 2) throw new Error('The process has died');
        await queue.send(digests);
      },
    };
    await expect(plan(at('2024-01-04T08:00'), { queue: dies })).rejects.toThrow('died');
    expect(await plan(at('2024-01-04T08:00'))).toBe('busy');
    now = new Date(now.getTime() + PLAN_LEASE_MS);
    expect(await plan(at('2024-01-04T08:15'))).toBe('planned');
    expect(queued.map(({ subscriberId }) => subscriberId)).toEqual(['a', 'b', 'c']);
    expect(told.map(({ counts }) => counts.digests)).toEqual([3, 0]);
  });

  test('loses nothing and repeats nobody when it runs out of time', async () => {
    await inThreeZones();
    expect(await plan(at('2024-01-04T08:00'), { hasTime: () => false })).toBe('unfinished');
    expect(queued).toHaveLength(1);
    expect(await plan(at('2024-01-04T08:00'), { hasTime: () => queued.length < 2 })).toBe('unfinished');
    expect(await plan(at('2024-01-04T08:00'))).toBe('planned');
    expect(queued.map(({ subscriberId }) => subscriberId)).toEqual(['a', 'b', 'c']);
  });
});

describe('a subscriber who chooses another hour', () => {
  const toTwenty = (known: Subscriber | undefined) =>
    known && changePreferences(known, { ...known.preferences, hour: 20 }, at('2024-01-05T09:30'));

  test('while the planner is behind gets the days before at the old hour, and the days after at the new one', async () => {
    await subscribers.put(hearsDaily('a'));
    await subscribers.change('a', toTwenty);
    await plan(at('2024-01-06T21:00'));
    expect(queued.map(({ coverage }) => coverage)).toEqual([
      { from: '2024-01-04', through: '2024-01-05' },
      { from: '2024-01-06', through: '2024-01-06' },
    ]);
  });

  test('in the middle of a run gets each day once, whether the run reaches them before or after', async () => {
    await subscribers.put(hearsDaily('a'));
    const changesMeanwhile = {
      send: async (digests: readonly PlannedDigest[]) => {
        await queue.send(digests);
        await subscribers.change('a', toTwenty);
      },
    };
    await plan(at('2024-01-05T09:30'), { queue: changesMeanwhile });
    const planned = queued.splice(0);
    await replayTick(at('2024-01-05T08:00'), { ...ports, dueFacts: dueFacts(relations) });
    expect(queued).toEqual(planned);
    queued = [];
    await plan(at('2024-01-05T20:00'));
    expect(queued).toEqual([]);
    await plan(at('2024-01-06T20:00'));
    expect(queued.map(({ coverage }) => coverage.from)).toEqual(['2024-01-06']);
  });

  test('and is erased leaves no former hour behind', async () => {
    await subscribers.put(hearsDaily('a'));
    await subscribers.change('a', toTwenty);
    await subscribers.remove('a');
    await plan(at('2024-01-06T21:00'));
    expect(queued).toEqual([]);
  });
});

test('an hour found empty on two days is no longer queried', async () => {
  await subscribers.put(hearsDaily('a'));
  const [hour] = await subscribers.zoneHours();
  await subscribers.remove('a');
  for (const day of ['2024-01-05', '2024-01-06']) {
    expect(await subscribers.zoneHours()).toContainEqual(hour);
    await plan(at(`${day}T23:45`));
  }
  expect(await subscribers.zoneHours()).not.toContainEqual(hour);
});
