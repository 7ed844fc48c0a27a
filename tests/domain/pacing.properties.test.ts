import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { msFor, slotsIn } from '../../src/domain/pacing.ts';

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
  test('begin in any second at most nine tenths of the rate, plus the one mail at its edge', () => {
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

  test('never share a slot while a mail takes a millisecond, and no batch begins before the previous one has ended', () => {
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
