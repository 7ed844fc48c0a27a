import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brakeForNotice, countMailEvent, noMails, reasonToBrake, sumCounts } from '../../src/domain/brake.ts';
import { type FeedbackKind, feedbackKinds, type MailFeedback } from '../../src/domain/feedback.ts';

test.each([
  ['a digest', undefined, 'confirmed'],
  ['a goodbye', 'goodbye', 'confirmed'],
  ['a confirmation', 'confirmation', 'unconfirmed'],
  ['a reminder', 'reminder', 'unconfirmed'],
])('%s counts for the brake on mails to its sort of address', (_mail, notice, brake) => {
  expect(brakeForNotice(notice)).toBe(brake);
});

describe('a brake goes on', () => {
  test.each([
    ['at 2 % bounces', { mails: 1_000, bounces: 20, complaints: 0 }, 'bounces'],
    ['not below', { mails: 1_000, bounces: 19, complaints: 0 }, undefined],
    ['at 0.05 % complaints', { mails: 2_000, bounces: 0, complaints: 1 }, 'complaints'],
    ['not below that', { mails: 2_001, bounces: 0, complaints: 1 }, undefined],
    ['not before there are 1,000 mails to judge by', { mails: 999, bounces: 999, complaints: 999 }, undefined],
    ['not when nothing is wrong', { mails: 1_000_000, bounces: 0, complaints: 0 }, undefined],
  ])('%s', (_when, counts, reason) => {
    expect(reasonToBrake(counts)).toBe(reason);
  });
});

test('counts of several batches add up', () => {
  const batches = [
    { mails: 100, bounces: 3, complaints: 1 },
    { mails: 20, bounces: 2, complaints: 0 },
  ];
  expect(sumCounts(batches)).toEqual({ mails: 120, bounces: 5, complaints: 1 });
  expect(sumCounts([])).toEqual(noMails);
});

describe('a mail is counted', () => {
  test.each([
    ['with its delivery', 'deliveredAt', {}, { mails: 1, bounces: 0, complaints: 0 }],
    ['with its bounce', 'permanentBounceAt', {}, { mails: 1, bounces: 1, complaints: 0 }],
    ['without a bounce when a machine answers it', 'transientBounceAt', { deliveredAt: 'x' }, noMails],
    ['without a bounce when it is given up for now', 'transientBounceAt', {}, { mails: 1, bounces: 0, complaints: 0 }],
    [
      'once when it bounces after its delivery',
      'permanentBounceAt',
      { deliveredAt: 'x' },
      { mails: 0, bounces: 1, complaints: 0 },
    ],
    ['not when its address is on the suppression list of SES', 'onSuppressionListAt', {}, noMails],
    ['once when it is complained about', 'complaintAt', { deliveredAt: 'x' }, { mails: 0, bounces: 0, complaints: 1 }],
    ['with its complaint when that arrives first', 'complaintAt', {}, { mails: 1, bounces: 0, complaints: 1 }],
    ['not while it is on its way', 'delayedAt', {}, noMails],
    ['not when SES did not send it', 'rejectedAt', {}, noMails],
  ] as const)('%s', (_how, kind, before, counts) => {
    expect(countMailEvent(kind, { ...before, [kind]: 'x' })).toEqual(counts);
  });

  test('the same in whatever order its events arrive', () => {
    const told = fc.uniqueArray(fc.constantFrom(...feedbackKinds));
    const counted = (kinds: readonly FeedbackKind[]) =>
      sumCounts(kinds.map((kind, index) => countMailEvent(kind, recordOf(kinds.slice(0, index + 1)))));
    const orders = told.chain((kinds) =>
      fc.tuple(fc.constant(kinds), fc.shuffledSubarray(kinds, { minLength: kinds.length })),
    );
    fc.assert(
      fc.property(orders, ([kinds, shuffled]) => {
        expect(counted(shuffled)).toEqual(counted(kinds));
      }),
    );
  });
});

function recordOf(kinds: readonly FeedbackKind[]): MailFeedback {
  return Object.fromEntries(kinds.map((kind) => [kind, '2024-01-05T00:00:00.000Z']));
}
