import { expect, test } from 'vitest';
import { canTakeBack, confirmMove, moveBack, moveTo } from '../../src/domain/change-of-address.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { requestSubscription } from '../../src/domain/subscription.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

const at = new Date('2024-01-05T12:00:00Z');
const movesFrom = { subscriberId: 'mover', subscriptionVersion: 1, isConfirmed: true };
const holder = aSubscriber({ id: 'new', email: 'new@host.example', status: 'pending', movesFrom });
const mover = aSubscriber({ id: 'mover', email: 'old@host.example', newAddressId: 'new' });

test('a subscriber moves with everything but their address and the access to their settings', () => {
  expect(moveTo(mover, holder, at)).toEqual({
    ...mover,
    email: 'new@host.example',
    accessVersion: 2,
    confirmedAt: at.toISOString(),
    addressSince: at.toISOString(),
    addressesLeft: [{ version: 1, until: '2024-02-02T12:00:00.000Z', holderId: 'new' }],
  });
});

test('a move that is made already changes nothing more', () => {
  const moved = moveTo(mover, holder, at);
  expect(moveTo(moved, holder, at)).toBe(moved);
});

test.each<[string, Partial<Subscriber>]>([
  ['has asked for another address since', { newAddressId: 'third' }],
  ['has left', { status: 'unsubscribed' }],
  ['is suppressed', { status: 'suppressed' }],
  ['has subscribed anew since', { subscriptionVersion: 2 }],
])('nobody moves who %s', (_what, change) => {
  expect(moveTo({ ...mover, ...change }, holder, at)).toBeUndefined();
});

test('an address that is held for a move can be confirmed by its own link once, and by no sign-up', () => {
  const pending = { ...holder, movesFrom: { ...movesFrom, isConfirmed: undefined } };
  expect(confirmMove(pending, 1, 'r')).toMatchObject({ movesFrom, notice: { request: 'r', isDone: false } });
  expect(confirmMove(pending, 2, 'r')).toBeUndefined();
  expect(confirmMove(holder, 1, 'other')).toBe(holder);
  const request = { id: 'new', email: holder.email, preferences: preferencesWith(), at };
  expect(requestSubscription(holder, request)).toBeUndefined();
  expect(requestSubscription(pending, request)?.movesFrom).toBeUndefined();
});

test('undoing a move closes every later address, and leaves the earlier ones their undo', () => {
  const until = '2024-01-20T00:00:00.000Z';
  const left = [1, 2, 3].map((version) => ({ version, until, holderId: `holder-${version}` }));
  const moved = { ...mover, accessVersion: 4, addressesLeft: left };
  const back = moveBack(moved, { ...holder, id: 'back' }, 2, at);
  expect([1, 2, 3, 4].map((version) => canTakeBack(back, version, at) !== undefined)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(back?.accessVersion).toBe(5);
});
