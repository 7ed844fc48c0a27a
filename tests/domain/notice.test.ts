import { describe, expect, test } from 'vitest';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import { acquireNotice, applyRequest, type NoticeRequest, noticeFor, settleNotice } from '../../src/domain/notice.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

const at = new Date('2024-01-10T12:00:00Z');
const asking = { id: 'subscriber-1', requestId: 'request-1', at };
const fromOutside = { email: 'desk@ministry.example', ip: '192.0.2.1' } as const;
const whose = { subscriberId: 'subscriber-1', subscriptionVersion: 1 } as const;
const confirmation = { ...fromOutside, kind: 'confirmation', preferences: preferencesWith({ hour: 9 }) } as const;
const movesFrom = { subscriberId: 'mover', subscriptionVersion: 1 };
const pending = (overrides: Partial<Subscriber> = {}) =>
  aSubscriber({
    status: 'pending',
    confirmationMails: 1,
    confirmationMailedAt: '2024-01-09T12:00:00.000Z',
    ...overrides,
  });
const pendingMove = pending({ movesFrom });
const heldAddress = pending({ movesFrom: { ...movesFrom, isConfirmed: true } });

describe('the mail that a request brings', () => {
  test.each<[string, NoticeRequest, Subscriber, string | undefined]>([
    ['to somebody who asks for digests: a confirmation', confirmation, pending(), 'confirmation'],
    ['to one who is suppressed: a confirmation', confirmation, pending({ status: 'suppressed' }), 'confirmation'],
    ['to one who is active: the link to their preferences', confirmation, aSubscriber(), 'preferences'],
    ['to one who left since: nothing', confirmation, pending({ status: 'unsubscribed' }), undefined],
    [
      'to the address that a subscriber moves to: the question whether it is theirs',
      confirmation,
      pendingMove,
      'address',
    ],
    ['to an address that is held for a move: nothing', confirmation, heldAddress, undefined],
    ['to one who asks for a link: the link', { ...fromOutside, kind: 'link' }, aSubscriber(), 'preferences'],
    ['to a stranger who asks for a link: nothing', { ...fromOutside, kind: 'link' }, pending(), undefined],
    ['to one who was imported: the first confirmation', { ...whose, kind: 'reminder' }, pending(), 'confirmation'],
    [
      'to one who was mailed before: a reminder',
      { ...whose, kind: 'reminder' },
      pending({ confirmationMails: 2 }),
      'reminder',
    ],
    ['to one who confirmed since: no reminder', { ...whose, kind: 'reminder' }, aSubscriber(), undefined],
    ['to the address of a move: no reminder', { ...whose, kind: 'reminder' }, pendingMove, undefined],
    [
      'to one who subscribed anew: no reminder',
      { ...whose, kind: 'reminder' },
      pending({ subscriptionVersion: 2 }),
      undefined,
    ],
    ['to one who left: a goodbye', { ...whose, kind: 'goodbye' }, pending({ status: 'unsubscribed' }), 'goodbye'],
    ['to one who came back since: no goodbye', { ...whose, kind: 'goodbye' }, aSubscriber(), undefined],
    ['to the address that was left: that they moved', { ...whose, kind: 'move' }, heldAddress, 'moved'],
    ['to the address that was left: that they moved back', { ...whose, kind: 'move-back' }, heldAddress, 'moved-back'],
    ['to one who moves nowhere: nothing', { ...whose, kind: 'move' }, pending(), undefined],
    ['before the move is confirmed: nothing', { ...whose, kind: 'move' }, pendingMove, undefined],
  ])('%s', (_which, request, known, notice) => {
    expect(noticeFor(request, known)).toBe(notice);
  });
});

describe('applying a request', () => {
  test('for digests makes a pending subscriber, to be mailed once', () => {
    const applied = applyRequest(undefined, { ...confirmation, movesFrom }, asking);
    expect(applied).toMatchObject({
      ...{ id: 'subscriber-1', email: 'desk@ministry.example', status: 'pending', movesFrom },
      ...{ preferences: { hour: 9 }, notice: { request: 'request-1', isDone: false } },
    });
  });

  test('again changes nothing', () => {
    const known = pending({ notice: { request: 'request-1', isDone: true } });
    expect(applyRequest(known, confirmation, asking)).toBe(known);
  });

  test('of an active subscriber leaves their subscription alone', () => {
    const known = aSubscriber();
    expect(applyRequest(known, confirmation, asking)).toEqual({
      ...known,
      notice: { request: 'request-1', isDone: false },
    });
  });

  test('for a reminder counts one more mail, when it is due', () => {
    const reminder = { ...whose, kind: 'reminder' } as const;
    expect(applyRequest(pending(), reminder, asking)?.confirmationMails).toBe(2);
    const early = { ...asking, at: new Date('2024-01-10T11:59:59Z') };
    expect(applyRequest(pending(), reminder, early)).toBeUndefined();
  });

  test('that brings no mail changes nobody', () => {
    expect(applyRequest(pending(), { ...fromOutside, kind: 'link' }, asking)).toBeUndefined();
    expect(applyRequest(undefined, { ...fromOutside, kind: 'link' }, asking)).toBeUndefined();
  });
});

describe('a sender acquires a notice', () => {
  const goodbye = { ...whose, kind: 'goodbye' } as const;
  const left = (notice: Partial<NonNullable<Subscriber['notice']>> = {}) =>
    pending({ status: 'unsubscribed', notice: { request: 'request-1', isDone: false, ...notice } });

  test('under a lease', () => {
    const leaseEnds = new Date(at.getTime() + LEASE_MS).toISOString();
    expect(acquireNotice(left(), goodbye, asking)).toEqual({ subscriber: left({ leaseEnds }), notice: 'goodbye' });
    expect(acquireNotice(left({ leaseEnds: at.toISOString() }), goodbye, asking)).toMatchObject({ notice: 'goodbye' });
  });

  test.each([
    ['while another has it', left({ leaseEnds: '2024-01-10T12:00:00.001Z' }), 'held'],
    ['when it is out', left({ isDone: true }), 'mailed'],
    ['when a later request has replaced it', left({ request: 'request-2' }), 'nobody'],
    ['when its subscriber has come back', { ...left(), status: 'active' }, 'nobody'],
    ['when its subscriber has been erased', undefined, 'nobody'],
    ['when nobody asked for it', pending({ status: 'unsubscribed' }), 'nobody'],
  ] as const)('not %s', (_when, known, outcome) => {
    expect(acquireNotice(known, goodbye, asking)).toBe(outcome);
  });

  test('and settles it, unless a later request has come or it is settled already', () => {
    const leased = left({ leaseEnds: '2024-01-10T12:15:00.000Z' });
    expect(settleNotice(leased, 'request-1', { isDone: true })).toEqual(left({ isDone: true }));
    expect(settleNotice(leased, 'request-1', { isDone: false })).toEqual(left());
    expect(settleNotice(leased, 'request-0', { isDone: true })).toBeUndefined();
    expect(settleNotice(left({ isDone: true }), 'request-1', { isDone: true })).toBeUndefined();
    expect(settleNotice(pending(), 'request-1', { isDone: true })).toBeUndefined();
    expect(settleNotice(undefined, 'request-1', { isDone: true })).toBeUndefined();
  });
});
