import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import {
  confirmability,
  confirmed,
  lastDayToUndo,
  mayBeReinstated,
  reinstated,
  remindableFrom,
  reminded,
  requested,
  unsubscribed,
  preferring as withPreferences,
} from '../../src/domain/subscription.ts';
import { aSubscriber, preferring } from '../support/builders.ts';

const at = new Date('2024-01-10T12:00:00Z');
const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const request = { id: 'subscriber-1', email: 'desk@ministry.example', preferences: preferring({ hour: 9 }), at };
const pending = (overrides: Partial<Subscriber> = {}) =>
  aSubscriber({ status: 'pending', confirmationMails: 1, confirmationMailedAt: at.toISOString(), ...overrides });

describe('a request', () => {
  test('makes a pending subscriber whose generation no erased life can have had', () => {
    expect(requested(undefined, request)).toMatchObject({
      status: 'pending',
      generation: at.getTime() / 1000,
      confirmationMails: 1,
      preferences: { hour: 9 },
    });
  });

  test('raises the generation of who is known, however often it is raised', () => {
    const generation = at.getTime() / 1000 + 5;
    expect(requested(aSubscriber({ status: 'unsubscribed', generation }), request)?.generation).toBe(generation + 1);
  });

  test.each([
    [23.9, 1, false],
    [24, 1, true],
    [24, 2, true],
    [24, 3, false],
    [9_999, 3, false],
  ])('%s hours after mail number %s may bring another one: %s', (hours, confirmationMails, may) => {
    const next = requested(pending({ confirmationMails }), { ...request, at: hoursLater(hours) });
    expect(next !== undefined).toBe(may);
  });

  test('does nothing for who is active or bounces', () => {
    expect(requested(aSubscriber(), request)).toBeUndefined();
    expect(requested(aSubscriber({ status: 'suppressed', suppressedFor: 'bounce' }), request)).toBeUndefined();
  });
});

describe('a reminder', () => {
  test('is called for a day after the first mail, once', () => {
    expect(remindableFrom(pending())).toEqual(hoursLater(24));
    expect(reminded(pending(), hoursLater(23.9))).toBeUndefined();
    const after = reminded(pending(), hoursLater(24));
    expect(after).toMatchObject({ confirmationMails: 2, generation: 1 });
    expect(after && remindableFrom(after)).toBeUndefined();
  });

  test.each(['active', 'unsubscribed', 'suppressed'] as const)('is not called for when somebody is %s', (status) => {
    expect(reminded(pending({ status }), hoursLater(48))).toBeUndefined();
  });
});

describe('confirming', () => {
  test.each([
    ['pending', {}, 1, 'ready'],
    ['pending in a later life', { generation: 2 }, 1, 'void'],
    ['active', { status: 'active' }, 1, 'done'],
    ['unsubscribed', { status: 'unsubscribed' }, 1, 'void'],
    ['bouncing', { status: 'suppressed', suppressedFor: 'bounce' }, 1, 'void'],
    ['a complainer', { status: 'suppressed', suppressedFor: 'complaint' }, 1, 'ready'],
  ] as const)('who is %s', (_who, overrides, generation, expected) => {
    expect(confirmability(pending(overrides), generation)).toBe(expected);
  });

  test('begins coverage with the day of confirmation where the subscriber is', () => {
    const inKiritimati = pending({ preferences: preferring({ timeZone: 'Pacific/Kiritimati' }) });
    expect(confirmed(inKiritimati, at)).toMatchObject({
      status: 'active',
      coveredThrough: '2024-01-10',
      confirmationMails: 0,
    });
  });
});

describe('leaving', () => {
  const left = unsubscribed(aSubscriber(), at);

  test('twice is leaving once', () => {
    expect(unsubscribed(left, hoursLater(5))).toBe(left);
  });

  test('does not make an address that bounces one that merely left', () => {
    const bouncing = aSubscriber({ status: 'suppressed', suppressedFor: 'bounce' });
    expect(unsubscribed(bouncing, at)).toBe(bouncing);
    expect(mayBeReinstated(bouncing, at)).toBe(false);
  });

  test('can be taken back for 28 days, on whole days of theirs that are all told', () => {
    expect(mayBeReinstated(left, hoursLater(28 * 24 - 1))).toBe(true);
    expect(mayBeReinstated(left, hoursLater(28 * 24))).toBe(false);
    expect(lastDayToUndo(left)).toBe('2024-02-06');
    expect(mayBeReinstated(left, new Date('2024-02-06T23:59:59Z'))).toBe(true);
  });

  test('and coming back covers from that day on, and no day twice', () => {
    expect(reinstated(left, at)).toMatchObject({ status: 'active', coveredThrough: '2024-01-09' });
    expect(reinstated(left, at, '2024-01-10')).toMatchObject({ coveredThrough: '2024-01-10' });
    const weekLater = reinstated(left, hoursLater(7 * 24), '2024-01-10');
    expect(weekLater.coveredThrough).toBe('2024-01-16');
    expect(weekLater).not.toHaveProperty('endedAt');
  });
});

describe('other wishes', () => {
  const weekly = preferring({ frequency: 'weekly', weekday: 'friday' });

  test('of an active subscriber leave covered what was covered', () => {
    expect(withPreferences(aSubscriber(), weekly, at)).toMatchObject({
      preferences: weekly,
      coveredThrough: '2024-01-10',
    });
  });

  test('of one who gets no digests are only kept', () => {
    const left = aSubscriber({ status: 'unsubscribed' });
    expect(withPreferences(left, weekly, at)).toEqual({ ...left, preferences: weekly });
  });
});
