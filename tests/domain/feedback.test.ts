import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFeedback,
  type Feedback,
  type FeedbackKind,
  feedbackKinds,
  maySuppress,
  type SentDigest,
} from '../../src/domain/feedback.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { confirm } from '../../src/domain/subscription.ts';
import { aSubscriber } from '../support/builders.ts';

/** Asked for digests at 08:00 on 1 January 2024, and confirmed an hour later. */
const confirmedAt = '2024-01-01T09:00:00.000Z';
const known = aSubscriber({ subscriptionVersion: Date.parse('2024-01-01T08:00:00Z') / 1000, confirmedAt });

const instant = (date: string) => new Date(date).toISOString();

function feedback(kind: FeedbackKind, overrides: { at?: string; mailedAt?: string } = {}): Feedback {
  const { mailedAt = '2024-01-05T08:00:00Z', at = '2024-01-05T09:00:00Z' } = overrides;
  return { kind, at: instant(at), mail: { messageId: 'm-1', acceptedAt: instant(mailedAt), subscriberId: known.id } };
}

/** Digests of 2024, four days apart, each with the one event that SES published about it. */
function digests(...told: readonly (FeedbackKind | 'nothing')[]): SentDigest[] {
  return digestsEvery(4, told);
}

function digestsEvery(days: number, told: readonly (FeedbackKind | 'nothing')[]): SentDigest[] {
  return told.map((kind, index) => {
    const claimedAt = new Date(Date.UTC(2024, 0, 2 + index * days)).toISOString();
    return { claimedAt, ...(kind !== 'nothing' && { [kind]: claimedAt }) };
  });
}

const hearing = (kind: FeedbackKind, from: Subscriber = known, sent: readonly SentDigest[] = []) =>
  afterFeedback(from, feedback(kind), sent);

describe('an address is suppressed', () => {
  test('by one permanent bounce', () => {
    expect(hearing('permanentBounceAt')).toEqual({
      ...known,
      status: 'suppressed',
      suppressedFor: 'bounce',
      suppressedAt: '2024-01-05T09:00:00.000Z',
    });
  });

  test('by a mail that SES did not even try to deliver', () => {
    expect(hearing('onSuppressionListAt')).toMatchObject({ status: 'suppressed', suppressedFor: 'bounce' });
  });

  test('since the latest event that suppresses it', () => {
    const suppressed = hearing('permanentBounceAt') ?? known;
    const event = (at: string) => afterFeedback(suppressed, feedback('permanentBounceAt', { at }), [])?.suppressedAt;
    expect(event('2024-01-06T09:00:00Z')).toBe('2024-01-06T09:00:00.000Z');
    expect(event('2024-01-04T09:00:00Z')).toBe('2024-01-05T09:00:00.000Z');
    expect(hearing('permanentBounceAt', suppressed)).toBe(suppressed);
  });

  test('only by bounces and complaints', () => {
    expect(['sent' as const, ...feedbackKinds].filter(maySuppress)).toEqual([
      'transientBounceAt',
      'permanentBounceAt',
      'onSuppressionListAt',
      'complaintAt',
    ]);
  });

  test('by one complaint', () => {
    expect(hearing('complaintAt')).toMatchObject({ status: 'suppressed', suppressedFor: 'complaint' });
  });

  test.each(['pending', 'active', 'unsubscribed'] as const)('also when its subscriber is %s', (status) => {
    expect(hearing('complaintAt', { ...known, status })?.status).toBe('suppressed');
  });

  test('even by a mail that, by the clock of SES, left a moment before it was requested', () => {
    const early = feedback('permanentBounceAt', { mailedAt: '2024-01-01T07:59:55Z' });
    expect(afterFeedback(known, early, [])?.status).toBe('suppressed');
  });

  test('for its bounce, whatever was complained about: a dead address cannot be confirmed', () => {
    for (const order of [
      ['complaintAt', 'permanentBounceAt'],
      ['permanentBounceAt', 'complaintAt'],
    ] as const) {
      expect(order.reduce<Subscriber | undefined>((from, kind) => from && hearing(kind, from), known)).toMatchObject({
        status: 'suppressed',
        suppressedFor: 'bounce',
      });
    }
  });
});

describe('a transient bounce', () => {
  test.each([
    ['first', digests('deliveredAt', 'transientBounceAt'), 'active'],
    ['second in a row', digests('deliveredAt', 'transientBounceAt', 'transientBounceAt'), 'active'],
    [
      'third in a row',
      digests('deliveredAt', 'transientBounceAt', 'transientBounceAt', 'transientBounceAt'),
      'suppressed',
    ],
    [
      'third of a row that a delivery has broken',
      digests('transientBounceAt', 'transientBounceAt', 'deliveredAt', 'transientBounceAt'),
      'active',
    ],
    [
      'third while nothing is known of the digest between',
      digests('transientBounceAt', 'transientBounceAt', 'nothing', 'transientBounceAt'),
      'active',
    ],
    [
      'second, arriving last, that completes a row',
      digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt', 'deliveredAt'),
      'suppressed',
    ],
  ] as const)('that is the %s suppresses only if the row is complete', (_which, sent, status) => {
    expect(hearing('transientBounceAt', known, sent)?.status).toBe(status);
  });

  test.each([
    [6, 'active'],
    [7, 'active'],
    [8, 'suppressed'],
  ] as const)('on each of %s days in a row leaves the subscriber %s: a row lasts at least a week', (days, status) => {
    const sent = digestsEvery(
      1,
      Array.from({ length: days }, () => 'transientBounceAt' as const),
    );
    expect(hearing('transientBounceAt', known, sent)?.status).toBe(status);
  });

  test('after the delivery of the same mail is an automatic answer, and no bounce', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt');
    const answered = sent.map((digest) => ({ ...digest, deliveredAt: digest.claimedAt }));
    expect(hearing('transientBounceAt', known, answered)).toBe(known);
  });

  test('whose delivery SES publishes late suppresses nobody for long', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt');
    const suppressed = hearing('transientBounceAt', known, sent);
    const late = sent.map((digest, index) => ({ ...digest, ...(index === 1 && { deliveredAt: digest.claimedAt }) }));
    expect(hearing('deliveredAt', suppressed, late)).toEqual(known);
    expect(hearing('deliveredAt', suppressed, sent)).toBe(suppressed);
    const left = { ...known, endedAt: '2024-01-10T08:00:00.000Z', status: 'unsubscribed' } as const;
    expect(hearing('deliveredAt', hearing('transientBounceAt', left, sent), late)).toEqual(left);
  });

  test('whose delivery SES publishes late does not lift a complaint', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt', 'complaintAt');
    const suppressed = hearing('transientBounceAt', known, sent);
    const late = sent.map((digest, index) => ({ ...digest, ...(index === 1 && { deliveredAt: digest.claimedAt }) }));
    expect(hearing('deliveredAt', suppressed, late)).toMatchObject({
      status: 'suppressed',
      suppressedFor: 'complaint',
    });
  });

  test.each(['permanentBounceAt', 'onSuppressionListAt'] as const)(
    'whose delivery SES publishes late does not revive an address with a %s',
    (kind) => {
      const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt', kind);
      const suppressed = hearing('transientBounceAt', known, sent);
      const late = sent.map((digest, index) => ({ ...digest, ...(index === 1 && { deliveredAt: digest.claimedAt }) }));
      expect(hearing('deliveredAt', suppressed, late)).toBe(suppressed);
    },
  );

  test('that is the second in a row does not suppress, however long ago the first was', () => {
    expect(hearing('transientBounceAt', known, digestsEvery(8, ['transientBounceAt', 'transientBounceAt']))).toBe(
      known,
    );
  });

  test('whose delivery SES publishes late leaves a subscriber suppressed who complained about another mail', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt');
    const late = sent.map((digest, index) => ({ ...digest, ...(index === 1 && { deliveredAt: digest.claimedAt }) }));
    const complained = { ...known, status: 'suppressed', suppressedFor: 'complaint' } as const;
    expect(hearing('deliveredAt', complained, late)).toBe(complained);
  });

  test('whose delivery SES publishes late is judged without the bounces of an earlier subscription', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt');
    const earlier = { claimedAt: '2023-12-20T08:00:00.000Z', permanentBounceAt: '2023-12-20T08:00:00.000Z' };
    const late = sent.map((digest, index) => ({ ...digest, ...(index === 1 && { deliveredAt: digest.claimedAt }) }));
    expect(hearing('deliveredAt', hearing('transientBounceAt', known, sent), [earlier, ...late])).toEqual(known);
  });

  test('from an earlier subscription does not count', () => {
    const sent = digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt');
    const again = { ...known, subscriptionVersion: Date.parse('2024-01-05T07:00:00Z') / 1000 };
    expect(hearing('transientBounceAt', again, sent)).toBe(again);
  });
});

describe('nobody is suppressed', () => {
  test.each(['deliveredAt', 'delayedAt', 'rejectedAt'] as const)('because SES says %s', (kind) => {
    expect(hearing(kind)).toBe(known);
    expect(hearing(kind, known, digests('transientBounceAt', 'transientBounceAt', 'transientBounceAt'))).toBe(known);
  });

  test.each(['permanentBounceAt', 'complaintAt'] as const)('by a mail of an earlier subscription: %s', (kind) => {
    expect(afterFeedback(known, feedback(kind, { mailedAt: '2023-12-20T08:00:00Z' }), [])).toBe(known);
  });

  test('by a complaint about the confirmation mail made before they confirmed and received after', () => {
    const complaint = { mailedAt: '2024-01-01T08:00:01Z', at: '2024-01-01T08:59:00Z' };
    expect(afterFeedback(known, feedback('complaintAt', complaint), [])).toBe(known);
    expect(afterFeedback(known, feedback('complaintAt', { ...complaint, at: '2024-01-01T09:00:01Z' }), [])).not.toBe(
      known,
    );
  });

  test.each(['moved', 'moved-back'])('by a mail to an address that they left: %s', (notice) => {
    const { mail, ...rest } = feedback('permanentBounceAt');
    expect(afterFeedback(known, { ...rest, mail: { ...mail, notice } }, [])).toBe(known);
    expect(afterFeedback(known, { ...rest, mail: { ...mail, notice: 'goodbye' } }, [])).not.toBe(known);
  });

  test('by a mail from before they moved to this address', () => {
    const moved = { ...known, addressSince: '2024-01-05T08:00:00.001Z' };
    expect(hearing('permanentBounceAt', moved)).toBe(moved);
    expect(hearing('permanentBounceAt', { ...moved, addressSince: '2024-01-05T08:00:00.000Z' })?.status).toBe(
      'suppressed',
    );
  });

  test('who is no longer on file', () => {
    expect(afterFeedback(undefined, feedback('complaintAt'), [])).toBeUndefined();
  });
});

test('confirming again lifts a complaint, and later events about the time before change nothing', () => {
  const complained = hearing('complaintAt');
  const again = confirm(complained ?? known, new Date('2024-02-01T08:00:00Z'));
  expect(again.status).toBe('active');
  expect(hearing('complaintAt', again)).toBe(again);
});

test('bounces and complaints leave the same subscriber in whatever order they arrive, and however often', () => {
  const kinds = fc.constantFrom<FeedbackKind>('permanentBounceAt', 'complaintAt', 'deliveredAt', 'delayedAt');
  const times = fc.constantFrom('2023-12-31T08:00:00Z', '2024-01-01T08:30:00Z', '2024-01-05T08:00:00Z');
  const told = fc.record({ kind: kinds, at: times, mailedAt: times }).map(({ kind, ...when }) => feedback(kind, when));
  const facts = fc.array(told, { minLength: 1, maxLength: 6 });
  const orders = facts.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
  );
  const outcome = (all: readonly Feedback[]) =>
    all.reduce<Subscriber | undefined>((subscriber, each) => afterFeedback(subscriber, each, []), known);
  fc.assert(
    fc.property(orders, ([all, shuffled]) => {
      expect(outcome(shuffled)).toEqual(outcome(all));
    }),
  );
});
