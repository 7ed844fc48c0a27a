import { beforeEach, describe, expect, test } from 'vitest';
import { checkThrough, type Ports } from '../../lambdas/completeness-check/check-through.ts';
import { type Ports as PlannerPorts, planThrough } from '../../lambdas/digest-planner/plan-through.ts';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { DayCheck } from '../../src/domain/day-check.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { changePreferences, unsubscribe } from '../../src/domain/subscription.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { aSubscriber, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { type MemorySettings, tablesInMemory } from '../support/tables-in-memory.ts';

const at = (text: string) => new Date(`${text}:00Z`);
const seededAt = at('2024-01-01T00:00');

/** The product on its tables: whatever is due is planned and sent at once. */
async function product(settings: MemorySettings = {}) {
  const documents = tablesInMemory(settings).client;
  const relations = relationsTable(documents, 'relations');
  const subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
  const deliveries = deliveryTable(documents, 'deliveries');
  const runs = runTable(documents, 'runs');
  const checks = checkTable(documents, 'runs');
  await relationsSeed(documents, 'relations').seed([chinaLesotho], [], { now: () => seededAt });
  let invocations = 0;

  async function send(digest: PlannedDigest): Promise<void> {
    await deliveries.acquire(digest, at('2024-01-01T00:00'));
    await deliveries.recordSent(digest, { messageId: 'accepted', at: at('2024-01-01T00:00') });
  }

  return {
    subscribers,
    deliveries,
    runs,
    checks,

    async plan(tick: Date, isLost: (digest: PlannedDigest) => boolean = () => false): Promise<void> {
      invocations += 1;
      const invocation = { holder: String(invocations), hasTime: () => true, onRun: () => {} };
      const queue: PlannerPorts['queue'] = {
        send: async (digests) => void (await Promise.all(digests.filter((digest) => !isLost(digest)).map(send))),
      };
      const notices = { send: async () => {} };
      const due = () => dueFacts(relations);
      await planThrough(tick, invocation, { subscribers, runs, dueFacts: due, queue, notices, now: () => tick });
    },

    /** The sum of the results of all checks through a tick. */
    async check(tick: Date, overrides: Partial<Ports> = {}) {
      const told: DayCheck[] = [];
      const ports = { subscribers, deliveries, relations, checks, dueFacts: () => dueFacts(relations) };
      const invocation = { hasTime: () => true, onCheck: (check: DayCheck) => void told.push(check) };
      const outcome = await checkThrough(tick, invocation, { ...ports, now: () => tick, ...overrides });
      return { outcome, ...together(told) };
    },
  };
}

function together(checks: readonly DayCheck[]) {
  const sum = (count: keyof DayCheck['counts']) => checks.reduce((total, { counts }) => total + counts[count], 0);
  return {
    days: checks.flatMap(({ days }) => days),
    counts: [sum('due'), sum('sent'), sum('failed'), sum('missing'), sum('unjudged')],
    missing: checks.flatMap(({ missing }) => missing),
  };
}

/** Due, sent, failed, missing, unjudged. */
const [nobody, allSent, oneMissing, oneUnjudged] = [
  [0, 0, 0, 0, 0],
  [1, 1, 0, 0, 0],
  [1, 0, 0, 1, 0],
  [0, 0, 0, 0, 1],
];

type Product = Awaited<ReturnType<typeof product>>;
let { subscribers, deliveries, runs, checks, plan, check }: Product = await product();

const people = ['a', 'b', 'c'];
const subscribe = (id: string, preferences: Partial<Preferences> = {}) =>
  subscribers.put(aSubscriber({ id, preferences: preferencesWith(preferences) }));
const prefers = (id: string, wishes: Partial<Preferences>, when: Date) =>
  subscribers.change(id, (known) => known && changePreferences(known, { ...known.preferences, ...wishes }, when));

/** Seven days before the anniversary of China and Lesotho: everybody has something due. */
const eight = at('2024-01-05T08:00');
const nextMorning = at('2024-01-06T03:00');

beforeEach(async () => {
  ({ subscribers, deliveries, runs, checks, plan, check } = await product());
  await runs.beginAfter(at('2024-01-04T18:00'));
  await checks.beginAfter(at('2024-01-05T12:00'));
});

describe('after a day on which everybody got theirs', () => {
  test('there is no difference, wherever they live', async () => {
    await subscribe('a', { timeZone: 'Asia/Kathmandu', hour: 0 });
    await subscribe('b', { timeZone: 'UTC' });
    await subscribe('c', { timeZone: 'America/St_Johns', hour: 23 });
    for (const tick of ['2024-01-04T18:15', '2024-01-05T08:00', '2024-01-06T02:30']) await plan(at(tick));
    expect(await check(at('2024-01-06T12:00'))).toEqual({
      outcome: 'checked',
      days: ['2024-01-05', '2024-01-05', '2024-01-05'],
      counts: [3, 3, 0, 0, 0],
      missing: [],
    });
  });

  test('nothing is expected for subscribers who had nothing due, or have left', async () => {
    await subscribe('a', { states: ['FR'] });
    await subscribe('b');
    await subscribers.change('b', (known) => known && unsubscribe(known, at('2024-01-05T07:00')));
    expect((await check(nextMorning)).counts).toEqual(nobody);
  });

  test('a subscriber who wants empty digests was due a mail', async () => {
    await subscribe('a', { states: ['FR'], sendEmpty: true });
    expect((await check(nextMorning)).counts).toEqual(oneMissing);
    await plan(eight);
    await checks.beginAfter(at('2024-01-05T12:00'));
    expect((await check(nextMorning)).counts).toEqual(allSent);
  });
});

describe('a digest that was due and is missing', () => {
  test('is found when its delivery is not on record, by the id of its reader', async () => {
    await subscribe('a');
    await subscribe('b');
    await plan(eight);
    await deliveries.eraseOf('b');
    const { counts, missing } = await check(nextMorning);
    expect({ counts, missing }).toEqual({ counts: [2, 1, 0, 1, 0], missing: ['b'] });
  });

  test('is found when the planner skips a subscriber', async () => {
    for (const id of people) await subscribe(id);
    await plan(eight, ({ subscriberId }) => subscriberId === 'c');
    const { counts, missing } = await check(nextMorning);
    expect({ counts, missing }).toEqual({ counts: [3, 2, 0, 1, 0], missing: ['c'] });
  });

  test('is found when nothing was planned at all', async () => {
    for (const id of people) await subscribe(id);
    expect((await check(nextMorning)).missing).toEqual(people);
  });

  test.each(['claimed', 'unconfirmed'])('is missing while it is only %s: its reader has not got it', async (status) => {
    await subscribe('a');
    const key = { subscriberId: 'a', on: '2024-01-05' } as const;
    await deliveries.acquire({ ...key, coverage: { from: '2024-01-05', through: '2024-01-05' } }, eight);
    if (status === 'unconfirmed') await deliveries.markUnconfirmed(key, eight);
    expect((await check(nextMorning)).counts).toEqual(oneMissing);
  });

  test('is not missing when SES refused it and that is on record', async () => {
    await subscribe('a');
    const key = { subscriberId: 'a', on: '2024-01-05' } as const;
    await deliveries.acquire({ ...key, coverage: { from: '2024-01-05', through: '2024-01-05' } }, eight);
    await deliveries.recordFailed(key, { reason: 'refused', at: eight });
    expect((await check(nextMorning)).counts).toEqual([1, 0, 1, 0, 0]);
  });

  test('is not missing when a later digest covered it after an outage', async () => {
    await subscribe('a', { sendEmpty: true });
    await plan(at('2024-01-07T08:00'));
    expect(await check(at('2024-01-08T03:00'))).toMatchObject({
      days: ['2024-01-05', '2024-01-06', '2024-01-07'],
      counts: [3, 3, 0, 0, 0],
    });
  });
});

describe('a subscriber who changed their preferences', () => {
  test('after their hour came cannot be judged, and counts as unjudged', async () => {
    await subscribe('a', { states: ['FR'] });
    await plan(eight);
    await prefers('a', { states: ['LS'] }, at('2024-01-05T20:00'));
    expect((await check(nextMorning)).counts).toEqual(oneUnjudged);
  });

  test('before their hour came is judged by the new preferences', async () => {
    await subscribe('a', { states: ['FR'] });
    await prefers('a', { states: ['LS'] }, at('2024-01-05T07:00'));
    expect((await check(nextMorning)).counts).toEqual(oneMissing);
  });

  test('and chose another hour was due what the old hour brought, until the change', async () => {
    await subscribe('a');
    await plan(eight);
    await prefers('a', { hour: 20 }, at('2024-01-05T09:30'));
    expect((await check(nextMorning)).counts).toEqual(allSent);
    await deliveries.eraseOf('a');
    await checks.beginAfter(at('2024-01-05T12:00'));
    expect(await check(nextMorning)).toMatchObject({ counts: oneMissing, missing: ['a'] });
  });

  test('and chose another hour before the old one came was due nothing by the old one', async () => {
    await subscribe('a');
    await prefers('a', { hour: 20 }, at('2024-01-05T07:30'));
    await plan(at('2024-01-05T20:00'));
    expect((await check(nextMorning)).counts).toEqual(allSent);
  });

  test('and chose another hour while the digest was on its way cannot be judged', async () => {
    await subscribe('a');
    await prefers('a', { hour: 20 }, at('2024-01-05T08:01'));
    expect((await check(nextMorning)).counts).toEqual(oneUnjudged);
  });
});

test('a milestone added to the dataset after the hour was not due then', async () => {
  await subscribe('a');
  const relations = { datasetSince: async () => at('2024-01-05T10:00') };
  expect((await check(nextMorning, { relations })).counts).toEqual(oneUnjudged);
});

test('on a day on which the clocks skip the chosen hour, its digest was due all the same', async () => {
  const inParis = { timeZone: 'Europe/Paris', hour: 2, sendEmpty: true };
  await subscribe('a', inParis);
  await runs.beginAfter(at('2024-03-30T12:00'));
  await plan(at('2024-03-31T01:00'));
  await checks.beginAfter(at('2024-03-31T12:00'));
  expect(await check(at('2024-04-01T01:00'))).toMatchObject({ days: ['2024-03-31'], counts: allSent });
});

describe('a day is checked once', () => {
  beforeEach(() => subscribe('a', { sendEmpty: true }));

  test('by one run after the other', async () => {
    expect((await check(nextMorning)).days).toEqual(['2024-01-05']);
    expect(await check(nextMorning)).toEqual({ outcome: 'checked', days: [], counts: nobody, missing: [] });
    expect((await check(at('2024-01-06T04:00'))).days).toEqual([]);
  });

  test('by two at once, of which one continues', async () => {
    await checks.beginAfter(at('2024-01-06T02:00'));
    const outcomes = (await Promise.all([check(nextMorning), check(nextMorning)])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['checked', 'overtaken']);
    expect(together(await checks.latest(100)).counts).toEqual(oneMissing);
  });

  test('and recorded once, when a check dies at its end and the next repeats it', async () => {
    const dies = {
      ...checks,
      async advance(ticks: Parameters<typeof checks.advance>[0]) {
        if (ticks.through >= nextMorning) throw new Error('The process has died');
        return checks.advance(ticks);
      },
    };
    await expect(check(nextMorning, { checks: dies })).rejects.toThrow('died');
    expect((await check(at('2024-01-06T05:00'))).days).toEqual(['2024-01-05']);
    expect(together(await checks.latest(100)).counts).toEqual(oneMissing);
  });

  test('and a check that runs out of time is continued by the next', async () => {
    const ports = {
      subscribers,
      deliveries,
      checks,
      now: () => nextMorning,
      dueFacts: () => async () => ({ timelines: [] }),
    };
    const relations = { datasetSince: async () => seededAt };
    const invocation = { hasTime: () => false, onCheck: () => {} };
    expect(await checkThrough(nextMorning, invocation, { ...ports, relations })).toBe('unfinished');
    expect((await check(nextMorning)).days).toEqual(['2024-01-05']);
  });
});

test('many subscribers are checked page by page, and only some of those without their digest are named', async () => {
  const many = await product({ itemsPerPage: 70 });
  const ids = Array.from({ length: 250 }, (_, index) => `subscriber-${String(index).padStart(3, '0')}`);
  for (const id of ids) await many.subscribers.put(aSubscriber({ id }));
  await many.runs.beginAfter(at('2024-01-05T07:45'));
  await many.checks.beginAfter(at('2024-01-05T12:00'));
  await many.plan(eight, ({ subscriberId }) => Number(subscriberId.slice(-3)) >= 200);
  const { counts, missing } = await many.check(nextMorning);
  expect(counts).toEqual([250, 200, 0, 50, 0]);
  expect(missing).toEqual(ids.slice(200, 220));
});
