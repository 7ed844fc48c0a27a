import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  backoffMs,
  carryOverMs,
  isSandbox,
  longestStretchMs,
  mailsLeft,
  mailsWithin,
  mostInDay,
  msFor,
  percentUsed,
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

test('mails go out evenly, at nine tenths of the rate of SES', () => {
  expect(msFor(9, { perSecond: 10 })).toBe(1_000);
  expect([...slotsIn({ from: 5_000, ms: 1_000 }, 4)]).toEqual([5_000, 5_250, 5_500, 5_750]);
});

test('a stretch of time holds as many mails as take no longer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 60_000 }), fc.integer({ min: 2, max: 1_000 }), (ms, perSecond) => {
      expect(msFor(mailsWithin(ms, { perSecond }), { perSecond })).toBeLessThanOrEqual(ms);
    }),
  );
  expect(mailsWithin(1_000, { perSecond: 10 })).toBe(9);
  expect(mailsWithin(10, { perSecond: 1 })).toBe(1);
});

test.each([
  ['digests stop at a twentieth below the quota of a day', 'digest', 47_499, 1],
  ['digests stop at a twentieth below the quota of a day', 'digest', 47_500, 0],
  ['mails to imported addresses stop with the digests', 'import', 47_500, 0],
  ['notices may use the rest', 'notice', 47_500, 2_500],
  ['nothing exceeds the quota, even if others have sent from the account', 'notice', 50_001, 0],
] as const)('%s', (_rule, kind, sentInLastDay, left) => {
  expect(mailsLeft(aQuota({ sentInLastDay }), kind)).toBe(left);
});

test.each([
  ['confirmation', 50_000, 2_500],
  ['notice', 50_000, 2_500],
  ['confirmation', 200, 10],
  ['confirmation', 1, 1],
  ['digest', 50_000, Number.POSITIVE_INFINITY],
  ['import', 50_000, Number.POSITIVE_INFINITY],
] as const)(
  'strangers can cause mails of the kind %s, from a quota of %i a day, only up to %d',
  (kind, perDay, most) => {
    expect(mostInDay({ perDay }, kind)).toBe(most);
  },
);

test('the quota used is a share of the day', () => {
  expect(percentUsed(aQuota({ sentInLastDay: 10_000 }))).toBe(20);
});

test('without a daily limit of SES there is none', () => {
  expect(mailsLeft(aQuota({ perDay: Number.POSITIVE_INFINITY }), 'digest')).toBe(Number.POSITIVE_INFINITY);
});

test('an account with 200 mails a day or fewer is in the sandbox', () => {
  expect([200, 201].map((perDay) => isSandbox(aQuota({ perDay })))).toEqual([true, false]);
});

test('a sender reserves no more than a third of the time that its mails can wait', () => {
  expect([longestStretchMs('digest'), longestStretchMs('notice')]).toEqual([60_000, 10_000]);
});

test('a throttled message backs off twice as long each time, up to a quarter of an hour, with jitter', () => {
  const seconds = (chance: number) => Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, chance) / 1000);
  expect(seconds(0)).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
  expect(seconds(1)).toEqual(seconds(0).map((each) => each / 2));
});

test('a digest that SES may have accepted waits longer each time, for more than a day in all and less than its queue keeps it', () => {
  const hours = (chance: number) => Array.from({ length: 9 }, (_, index) => settlingMs(index + 1, chance) / 3_600_000);
  expect(hours(0)).toEqual([0.5, 0.5, 1, 2, 4, 6, 6, 6, 6]);
  expect(hours(1)).toEqual(hours(0).map((each) => (each * 7) / 8));
  expect(hours(1).reduce((sum, each) => sum + each)).toBeGreaterThan(27);
  expect(hours(0).reduce((sum, each) => sum + each)).toBeLessThan(4 * 24);
});

test('a digest carried over waits three to five hours', () => {
  expect([0, 0.5, 1].map((chance) => carryOverMs(chance) / 3_600_000)).toEqual([3, 4, 5]);
});
