import { expect, test } from 'vitest';
import type { Fault, FaultSchedule } from './fault-schedule.ts';
import { type History, historyOf } from './history.ts';
import { mutants } from './mutants.ts';
import type { Circumstances } from './simulation.ts';
import { violationsOf } from './violations.ts';

const orderly: FaultSchedule = {
  seed: 1,
  start: '2024-03-30T06:30:00Z',
  days: 0.25,
  people: [{ name: 'ann', isSubscribed: true, preferences: {}, fate: 'delivered' }],
  acts: [],
  outages: [],
  faults: [],
  isOrderly: true,
};
const two: FaultSchedule['people'] = ['ann', 'bob'].map((name) => ({
  name,
  isSubscribed: true,
  preferences: {},
  fate: 'delivered',
}));

/** Small histories, each with something in flight at the hour of a digest. */
const scenes: Readonly<Record<string, FaultSchedule>> = {
  'two people on one day': { ...orderly, people: two },
  'a change of preferences': { ...orderly, acts: [{ at: 90, who: 'ann', does: 'prefer', preferences: { hour: 12 } }] },
  'an unsubscribing': { ...orderly, people: two, acts: [{ at: 90, who: 'ann', does: 'unsubscribe' }] },
  'feedback that stands still for a day': { ...orderly, outages: [{ of: ['feedback'], from: 0, through: 24 * 60 }] },
  'SES events that come a day late': { ...orderly, outages: [{ of: ['SES events'], from: 0, through: 24 * 60 }] },
  'a subscription and its confirmation': {
    ...orderly,
    people: [{ name: 'cyd', isSubscribed: false, preferences: { hour: 9 }, fate: 'delivered' }],
    acts: [{ at: 10, who: 'cyd', does: 'subscribe', preferences: { hour: 9 } }],
  },
};

test.each(Object.entries(scenes))(
  '%s: a crash before and after every single request loses nothing and repeats nothing',
  async (_what, scene) => {
    const crashes = everyCrash(await historyOf(scene));
    expect(crashes.length).toBeGreaterThan(20);
    const alone = crashes.map((fault) => [fault]);
    expect(await violatedBy(scene, alone)).toEqual([]);
  },
);

test('a change of preferences: all pairs of crashes lose nothing and repeat nothing', async () => {
  const scene = scenes['a change of preferences'] ?? orderly;
  const pairs: Fault[][] = [];
  for (const first of everyCrash(await historyOf(scene)))
    for (const second of everyCrash(await historyOf({ ...scene, faults: [first] })))
      if (second.call > first.call) pairs.push([first, second]);
  expect(await violatedBy(scene, pairs)).toEqual([]);
});

test('crashes alone catch a ledger that is written before the digests are in the queue', async () => {
  const scene = scenes['two people on one day'] ?? orderly;
  const circumstances = { mutant: mutants['ledger first'] };
  const faults = everyCrash(await historyOf(scene, circumstances)).map((fault) => [fault]);
  expect(await violatedBy(scene, faults, circumstances)).not.toEqual([]);
});

test.each(['feedback that stands still for a day', 'SES events that come a day late'])(
  '%s: crashes alone catch a lease that is taken over before feedback has caught up',
  async (what) => {
    const scene = scenes[what] ?? orderly;
    const circumstances = { mutant: mutants['short lease'] };
    const faults = everyCrash(await historyOf(scene, circumstances)).map((fault) => [fault]);
    expect(await violatedBy(scene, faults, circumstances)).not.toEqual([]);
  },
);

test('a digest whose sender died goes out within hours, though nothing else is mailed, and within a day after a day without feedback', async () => {
  const digestsOf = (history: History) => history.accepted.filter(({ on }) => on !== undefined).map(({ at }) => at);
  for (const [scene, hours] of [
    [orderly, 4],
    [scenes['feedback that stands still for a day'] ?? orderly, 48],
  ] as const) {
    for (const fault of everyCrash(await historyOf(scene))) {
      const history = await historyOf({ ...scene, faults: [fault] });
      const sentAt = digestsOf(history).map((at) => (at - history.start) / 3_600_000);
      expect({ fault, sentAt, dead: history.deadDigests }).toEqual({ fault, sentAt: [expect.any(Number)], dead: [] });
      expect(sentAt[0]).toBeLessThan(hours);
    }
  }
});

/** A crash before and after every request. Before any but the first of an invocation’s is after the one ahead of it. */
function everyCrash({ callers }: History): Fault[] {
  return callers.flatMap((caller, index): Fault[] => {
    const after: Fault = { call: index + 1, kind: 'crash after' };
    return caller === callers[index - 1] ? [after] : [{ call: index + 1, kind: 'crash before' }, after];
  });
}

async function violatedBy(scene: FaultSchedule, all: readonly (readonly Fault[])[], circumstances: Circumstances = {}) {
  const found = [];
  for (const faults of all) {
    const violations = violationsOf(await historyOf({ ...scene, faults }, circumstances));
    if (violations.length > 0) found.push({ faults, violations });
  }
  return found;
}
