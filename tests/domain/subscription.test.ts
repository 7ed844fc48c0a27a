import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import {
  canReinstate,
  changePreferences,
  confirm,
  confirmability,
  currentCalendarVersion,
  forgottenFrom,
  highestVersion,
  importSubscriber,
  lastDayToUndo,
  reinstate,
  remind,
  remindableFrom,
  requestSubscription,
  resetCalendarAddress,
  unsubscribe,
} from '../../src/domain/subscription.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

const at = new Date('2024-01-10T12:00:00Z');
const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const request = { id: 'subscriber-1', email: 'desk@ministry.example', preferences: preferencesWith({ hour: 9 }), at };
const pending = (overrides: Partial<Subscriber> = {}) =>
  aSubscriber({ status: 'pending', confirmationMails: 1, confirmationMailedAt: at.toISOString(), ...overrides });

describe('a request', () => {
  test('makes a pending subscriber with a subscription version that no erased subscription can have had', () => {
    expect(requestSubscription(undefined, request)).toMatchObject({
      status: 'pending',
      subscriptionVersion: at.getTime() / 1000,
      confirmationMails: 1,
      preferences: { hour: 9 },
    });
  });

  test('raises the subscription version of a known subscriber, however often they ask', () => {
    const subscriptionVersion = at.getTime() / 1000 + 5;
    expect(
      requestSubscription(aSubscriber({ status: 'unsubscribed', subscriptionVersion }), request)?.subscriptionVersion,
    ).toBe(subscriptionVersion + 1);
  });

  test('does nothing for an active subscriber', () => {
    expect(requestSubscription(aSubscriber(), request)).toBeUndefined();
  });

  test.each(['bounce', 'complaint'] as const)(
    'after a %s keeps the suppression until it is confirmed',
    (suppressedFor) => {
      const suppressed = aSubscriber({ status: 'suppressed', suppressedFor, suppressedAt: at.toISOString() });
      const again = requestSubscription(suppressed, request);
      expect(again).toMatchObject({ status: 'suppressed', suppressedFor });
      const back = again && confirm(again, hoursLater(1));
      expect(back).toMatchObject({ status: 'active' });
      expect(back).not.toHaveProperty('suppressedFor');
      expect(back).not.toHaveProperty('suppressedAt');
    },
  );

  test('after an erasure raises the version above every link that was ever signed', () => {
    const erasedVersion = at.getTime() / 1000 + 12;
    expect(requestSubscription(undefined, { ...request, erasedVersion })?.subscriptionVersion).toBe(erasedVersion + 1);
  });
});

describe('a request for an address that a subscriber moves to', () => {
  const movesFrom = { subscriberId: 'mover', subscriptionVersion: 1 };

  test('is remembered, beside the addresses that it had left', () => {
    const addressesLeft = [{ version: 1, until: at.toISOString(), holderId: 'new' }];
    const known = aSubscriber({ status: 'unsubscribed', addressesLeft, confirmationMails: 1 });
    expect(requestSubscription(known, { ...request, movesFrom })).toMatchObject({
      ...{ movesFrom, addressesLeft, confirmationMails: 2, confirmationMailedAt: at.toISOString() },
    });
    const without = requestSubscription(undefined, request);
    expect(without).not.toHaveProperty('movesFrom');
    expect(without).not.toHaveProperty('addressesLeft');
  });

  test('does nothing once its owner has confirmed the move', () => {
    const held = pending({ movesFrom: { ...movesFrom, isConfirmed: true } });
    expect(requestSubscription(held, request)).toBeUndefined();
    expect(confirmability(held, 1)).toBe('done');
    expect(confirmability(undefined, 1)).toBe('void');
  });

  test('brings no reminder', () => {
    expect(remindableFrom(pending({ movesFrom }))).toBeUndefined();
  });
});

describe('an imported subscriber', () => {
  test('without a record of consent is pending, and is first mailed when they are imported', () => {
    const imported = importSubscriber(request);
    expect(imported).toMatchObject({
      ...{ id: 'subscriber-1', status: 'pending', subscriptionVersion: at.getTime() / 1000, confirmationMails: 0 },
      ...{ coveredThrough: '2024-01-09', preferences: { hour: 9 } },
    });
    expect(imported).not.toHaveProperty('consent');
    expect(remindableFrom(imported)).toEqual(at);
  });

  test('with a record of consent is active at once', () => {
    expect(importSubscriber(request, 'letter of 2 January')).toMatchObject({
      ...{ status: 'active', consent: 'letter of 2 January' },
    });
  });
});

describe('an address is forgotten', () => {
  const daysLater = (days: number) => hoursLater(days * 24);
  const instant = at.toISOString();

  test.each([
    ['14 days after its last request, unless confirmed', { status: 'pending', scheduledSince: instant }, daysLater(14)],
    ['when the 28 days of undo are over', { status: 'unsubscribed', endedAt: instant }, daysLater(28)],
    [
      '28 days after its suppression',
      { status: 'suppressed', suppressedFor: 'bounce', suppressedAt: instant },
      daysLater(28),
    ],
    [
      'no earlier than a request since its suppression',
      {
        status: 'suppressed',
        suppressedFor: 'bounce',
        suppressedAt: '2023-01-01T00:00:00.000Z',
        scheduledSince: instant,
      },
      daysLater(14),
    ],
    [
      '28 days after its last request, if nobody knows when it left',
      { status: 'unsubscribed', scheduledSince: instant },
      daysLater(28),
    ],
    ['never while it gets digests', { status: 'active' }, undefined],
  ] as const)('%s', (_when, overrides, from) => {
    expect(forgottenFrom(aSubscriber(overrides))).toEqual(from);
  });
});

describe('a reminder', () => {
  test('is due a day after the first mail, once', () => {
    expect(remindableFrom(pending())).toEqual(hoursLater(24));
    expect(remind(pending(), hoursLater(23.9))).toBeUndefined();
    const after = remind(pending(), hoursLater(24));
    expect(after).toMatchObject({ confirmationMails: 2, subscriptionVersion: 1 });
    expect(after && remindableFrom(after)).toBeUndefined();
  });

  test.each(['active', 'unsubscribed', 'suppressed'] as const)('is not due when somebody is %s', (status) => {
    expect(remind(pending({ status }), hoursLater(48))).toBeUndefined();
  });
});

describe('confirming', () => {
  test.each([
    ['pending', {}, 1, 'ready'],
    ['pending in a later subscription', { subscriptionVersion: 2 }, 1, 'void'],
    ['active', { status: 'active' }, 1, 'done'],
    ['unsubscribed', { status: 'unsubscribed' }, 1, 'void'],
    ['bouncing', { status: 'suppressed', suppressedFor: 'bounce' }, 1, 'ready'],
    ['a complainer', { status: 'suppressed', suppressedFor: 'complaint' }, 1, 'ready'],
  ] as const)('who is %s', (_who, overrides, subscriptionVersion, expected) => {
    expect(confirmability(pending(overrides), subscriptionVersion)).toBe(expected);
  });

  test('begins coverage with the day of confirmation where the subscriber is', () => {
    const inKiritimati = pending({ preferences: preferencesWith({ timeZone: 'Pacific/Kiritimati' }) });
    expect(confirm(inKiritimati, at)).toMatchObject({
      status: 'active',
      coveredThrough: '2024-01-10',
      confirmationMails: 0,
    });
  });
});

describe('leaving', () => {
  const left = unsubscribe(aSubscriber(), at);

  test('twice is leaving once', () => {
    expect(unsubscribe(aSubscriber(), at)).toMatchObject({ status: 'unsubscribed', endedAt: at.toISOString() });
    expect(unsubscribe(left, hoursLater(5))).toBe(left);
  });

  test('does not turn a bouncing address into one that merely left', () => {
    const bouncing = aSubscriber({ status: 'suppressed', suppressedFor: 'bounce' });
    expect(unsubscribe(bouncing, at)).toBe(bouncing);
    expect(canReinstate(bouncing, at)).toBe(false);
    expect(canReinstate({ ...bouncing, endedAt: at.toISOString() }, at)).toBe(false);
  });

  test('can be undone for 28 days, and every day of theirs is covered', () => {
    expect(canReinstate(left, hoursLater(28 * 24 - 1))).toBe(true);
    expect(canReinstate(left, hoursLater(28 * 24))).toBe(false);
    expect(lastDayToUndo(left)).toBe('2024-02-06');
    expect(canReinstate(left, new Date('2024-02-06T23:59:59Z'))).toBe(true);
  });

  test('and coming back covers from that day on, and no day twice', () => {
    expect(reinstate(left, at)).toMatchObject({ status: 'active', coveredThrough: '2024-01-09' });
    expect(reinstate(left, at, { coveredThrough: '2024-01-10' })).toMatchObject({ coveredThrough: '2024-01-10' });
    const weekLater = reinstate(left, hoursLater(7 * 24), { coveredThrough: '2024-01-10' });
    expect(weekLater.coveredThrough).toBe('2024-01-16');
    expect(weekLater).not.toHaveProperty('endedAt');
    expect(weekLater).toMatchObject({ reinstatedAt: '2024-01-17T12:00:00.000Z', confirmationMails: 0 });
    expect(lastDayToUndo(weekLater)).toBeUndefined();
  });

  test('and coming back announces no change of the data twice', () => {
    expect(reinstate(left, at).changesToldThrough).toBe('2024-01-09');
    expect(reinstate(left, at, { changesToldThrough: '2024-01-12' }).changesToldThrough).toBe('2024-01-12');
  });

  test('before the confirmation is leaving too', () => {
    expect(unsubscribe(pending(), at)).toMatchObject({ status: 'unsubscribed', endedAt: at.toISOString() });
  });
});

describe('other preferences', () => {
  const weekly = preferencesWith({ frequency: 'weekly', weekday: 'friday' });

  test('of an active subscriber do not repeat days already covered', () => {
    expect(changePreferences(aSubscriber(), weekly, at)).toMatchObject({
      preferences: weekly,
      coveredThrough: '2024-01-10',
    });
  });

  test('that are the same leave the subscriber as they are', () => {
    const subscriber = aSubscriber();
    expect(changePreferences(subscriber, preferencesWith(), at)).toBe(subscriber);
  });

  test('of one who gets no digests are only stored', () => {
    const left = aSubscriber({ status: 'unsubscribed' });
    expect(changePreferences(left, weekly, at)).toEqual({ ...left, preferences: weekly });
  });
});

test('a new calendar address voids the one before, and no version of a link is ever given twice', () => {
  const subscriber = aSubscriber({ subscriptionVersion: 5 });
  const reset = resetCalendarAddress(resetCalendarAddress(subscriber));
  expect([currentCalendarVersion(subscriber), currentCalendarVersion(reset)]).toEqual([5, 7]);
  expect([highestVersion(undefined), highestVersion(subscriber), highestVersion(reset)]).toEqual([0, 5, 7]);
  expect(highestVersion({ ...reset, accessVersion: 9 })).toBe(9);
});
