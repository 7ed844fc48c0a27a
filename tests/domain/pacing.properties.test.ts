import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backoffMs,
  carryOverMs,
  isSandbox,
  mailsLeft,
  mailsWithin,
  msFor,
  type SendQuota,
  settlingMs,
  slotsIn,
} from '../../src/domain/pacing.ts';

const aQuota = (overrides: Partial<SendQuota> = {}): SendQuota => ({
  perSecond: 14,
  perDay: 50_000,
  sentInLastDay: 0,
  ...overrides,
});

const batches = fc.array(fc.record({ mails: fc.integer({ min: 1, max: 60 }), pause: fc.nat(3_000) }), {
  minLength: 1,
  maxLength: 30,
});
const rate = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0.2, max: 50, noNaN: true }));

/** The slots of one batch after another, each in the first time that is free once it is asked for. */
function slotsOf(asked: readonly { readonly mails: number; readonly pause: number }[], perSecond: number): number[] {
  let [free, now] = [0, 0];
  return asked.flatMap(({ mails, pause }) => {
    now += pause;
    const stretch = { from: Math.max(free, now), ms: msFor(mails, { perSecond }) };
    free = stretch.from + stretch.ms;
    return [...slotsIn(stretch, mails)];
  });
}

describe('all senders together', () => {
  test('begin no more mails in any second than nine tenths of the rate, and the one at its edge', () => {
    fc.assert(
      fc.property(batches, rate, (asked, perSecond) => {
        const slots = slotsOf(asked, perSecond);
        const most = Math.ceil(perSecond * 0.9) + 1;
        for (const [index, slot] of slots.entries()) {
          const within = slots.slice(index).filter((other) => other < slot + 1_000).length;
          expect(within).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  test('never have one slot twice while a mail takes a ms, and no batch begins before the one before it has ended', () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 1_000 }), (asked, perSecond) => {
        const slots = slotsOf(asked, perSecond);
        expect(new Set(slots).size).toBe(slots.length);
        expect(slots).toEqual(slots.toSorted((one, other) => one - other));
      }),
    );
  });

  test('use nearly all of nine tenths of the rate while many mails wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (perSecond) => {
        const many = Array.from({ length: 100 }, () => ({ mails: 50, pause: 0 }));
        const slots = slotsOf(many, perSecond);
        const seconds = ((slots.at(-1) ?? 0) - (slots[0] ?? 0)) / 1_000;
        expect((slots.length - 1) / seconds).toBeGreaterThan(perSecond * 0.9 * 0.97);
      }),
    );
  });
});

test('a stretch of time holds as many mails as take no longer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 60_000 }), fc.integer({ min: 2, max: 1_000 }), (ms, perSecond) => {
      expect(msFor(mailsWithin(ms, { perSecond }), { perSecond })).toBeLessThanOrEqual(ms);
    }),
  );
  expect(mailsWithin(10, { perSecond: 1 })).toBe(1);
});

test.each([
  ['digests stop at a twentieth below the quota of a day', 'digest', 47_499, 1],
  ['digests stop at a twentieth below the quota of a day', 'digest', 47_500, 0],
  ['notices may use the rest', 'notice', 47_500, 2_500],
  ['nothing exceeds the quota, even if others have sent from the account', 'notice', 50_001, 0],
] as const)('%s', (_rule, kind, sentInLastDay, left) => {
  expect(mailsLeft(aQuota({ sentInLastDay }), kind)).toBe(left);
});

test('without a daily limit of SES there is none', () => {
  expect(mailsLeft(aQuota({ perDay: Number.POSITIVE_INFINITY }), 'digest')).toBe(Number.POSITIVE_INFINITY);
});

test('an account with 200 mails a day or fewer is in the sandbox', () => {
  expect([200, 201].map((perDay) => isSandbox(aQuota({ perDay })))).toEqual([true, false]);
});

test('a throttled message backs off twice as long each time, up to a quarter of an hour, with jitter', () => {
  const seconds = (chance: number) => Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, chance) / 1000);
  expect(seconds(0)).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
  expect(seconds(1)).toEqual(seconds(0).map((each) => each / 2));
});

test('a digest that SES may have accepted waits longer each time, for more than a day in all and less than its queue keeps it', () => {
  const hours = (chance: number) => Array.from({ length: 9 }, (_, index) => settlingMs(index + 1, chance) / 3_600_000);
  expect(hours(0)).toEqual([0.5, 0.5, 1, 2, 4, 6, 6, 6, 6]);
  expect(hours(1).reduce((sum, each) => sum + each)).toBeGreaterThan(27);
  expect(hours(0).reduce((sum, each) => sum + each)).toBeLessThan(4 * 24);
});

test('a digest carried over waits three to five hours', () => {
  expect([0, 0.5, 1].map((chance) => carryOverMs(chance) / 3_600_000)).toEqual([3, 4, 5]);
});
