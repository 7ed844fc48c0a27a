import { describe, expect, test } from 'vitest';
import {
  canTakeBack,
  confirmMove,
  holdForReturn,
  leftLately,
  mayChangeAddress,
  moveBack,
  moveTo,
} from '../../src/domain/change-of-address.ts';
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

test('a move already made changes nothing more', () => {
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

test('an erased subscription neither moves nor moves back', () => {
  expect([moveTo(undefined, holder, at), moveBack(undefined, holder, 1, at)]).toEqual([undefined, undefined]);
  expect(mayChangeAddress(undefined, 1, at)).toBe(false);
});

test('a subscriber leaves at most five addresses within the 28 days in which each can be undone', () => {
  const left = [1, 2, 3, 4, 5].map((version) => ({
    version,
    until: `2024-01-0${version + 4}T12:00:00.000Z`,
    holderId: `holder-${version}`,
  }));
  const may = (instant: string) => mayChangeAddress({ ...mover, addressesLeft: left }, 1, new Date(instant));
  expect([may('2024-01-05T11:59:59Z'), may('2024-01-05T12:00:00Z')]).toEqual([false, true]);
  const fifth = new Date('2024-01-08T12:00:00Z');
  expect(leftLately({ ...mover, addressesLeft: left }, fifth).map(({ version }) => version)).toEqual([5]);
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

test('confirming the new address lifts its suppression', () => {
  const suppressed = {
    ...holder,
    status: 'suppressed',
    suppressedFor: 'bounce',
    suppressedAt: '2023-01-01T00:00:00.000Z',
    movesFrom: { ...movesFrom, isConfirmed: undefined },
  } as const;
  expect(confirmMove(suppressed, 1, 'r')).toEqual({ ...holder, notice: { request: 'r', isDone: false } });
});

test('an address is not confirmed for a move that nobody asked for, nor once it has subscribed by itself', () => {
  expect(confirmMove(undefined, 1, 'r')).toBeUndefined();
  expect(confirmMove(aSubscriber({ status: 'pending' }), 1, 'r')).toBeUndefined();
  const subscribed = aSubscriber({ movesFrom: { ...movesFrom, isConfirmed: undefined } });
  expect(confirmMove(subscribed, 1, 'r')).toBeUndefined();
});

describe('the address to which a subscriber returns', () => {
  const request = { id: 'old', email: 'old@host.example', preferences: preferencesWith(), at, movesFrom };

  test('is held for them, whether it is forgotten or suppressed', () => {
    const held = { id: 'old', status: 'pending', movesFrom, notice: { request: 'r', isDone: false } };
    expect(holdForReturn(undefined, request, 'r')).toMatchObject(held);
    const suppressed = aSubscriber({ id: 'old', status: 'suppressed', suppressedFor: 'bounce' });
    expect(holdForReturn(suppressed, request, 'r')).toMatchObject(held);
    expect(holdForReturn(suppressed, request, 'r')).not.toHaveProperty('suppressedFor');
  });

  test('stays held for them when the request is repeated, and is not given to another', () => {
    const held = aSubscriber({ id: 'old', status: 'pending', movesFrom });
    expect(holdForReturn(held, request, 'another')).toBe(held);
    const heldForAnother = { ...held, movesFrom: { ...movesFrom, subscriberId: 'other' } };
    expect(holdForReturn(heldForAnother, request, 'r')).toBeUndefined();
  });

  test('is not held while it has a subscription of its own', () => {
    expect(holdForReturn(aSubscriber({ id: 'old' }), request, 'r')).toBeUndefined();
  });
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
  expect(back?.addressesLeft).toEqual([
    left[0],
    ...left.slice(1).map((entry) => ({ ...entry, isClosed: true })),
    { version: 4, until: '2024-02-02T12:00:00.000Z', holderId: 'back', isClosed: true },
  ]);
  expect(moveBack(back, { ...holder, id: 'back' }, 2, at)).toBe(back);
});

test.each<[string, Partial<Subscriber>]>([
  ['has unsubscribed', { status: 'unsubscribed' }],
  ['has subscribed anew', { subscriptionVersion: 2 }],
  ['left it more than 28 days ago', { addressesLeft: [{ version: 1, until: at.toISOString(), holderId: 'new' }] }],
])('an old address cannot take back the subscription of somebody who %s', (_what, change) => {
  const left = [{ version: 1, until: '2024-01-20T00:00:00.000Z', holderId: 'new' }];
  const moved = { ...mover, accessVersion: 2, addressesLeft: left };
  expect(canTakeBack(moved, 1, at)).toBe(left[0]);
  expect(canTakeBack({ ...moved, ...change }, 1, at)).toBeUndefined();
  expect(moveBack({ ...moved, ...change }, { ...holder, id: 'old' }, 1, at)).toBeUndefined();
});

test('an erased subscription is taken back by no address', () => {
  expect(canTakeBack(undefined, 1, at)).toBeUndefined();
});
