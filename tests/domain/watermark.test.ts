import { describe, expect, test } from 'vitest';
import type { Feedback } from '../../src/domain/feedback.ts';
import { measureProgress, settledThrough } from '../../src/domain/watermark.ts';

const at = (time: string) => `2024-01-05T${time}.000Z`;
const mail = { messageId: 'm-1', subscriberId: 's-1', acceptedAt: at('08:00:00') };

describe('the progress of feedback', () => {
  const now = new Date(at('08:30:00'));
  const progress = (events: readonly Feedback[], hasFailed = false) => measureProgress(events, { hasFailed, now });
  const accepted = (time: string): Feedback => ({
    kind: 'sent',
    at: at(time),
    mail: { ...mail, acceptedAt: at(time) },
  });

  test('is the newest acceptance of a batch', () => {
    const batch = [accepted('08:29:00'), accepted('08:29:30'), accepted('08:28:00')];
    expect(progress(batch)).toEqual({ heardThrough: at('08:29:30'), isBehind: false });
  });

  test('is unknown for a batch without events of our mails', () => {
    expect(progress([])).toBeUndefined();
  });

  test.each<[string, Feedback[], boolean]>([
    ['an acceptance has waited', [accepted('08:20:00'), accepted('08:29:00')], false],
    ['a delivery has waited', [{ kind: 'deliveredAt', at: at('08:20:00'), mail }], false],
    ['an event could not be applied', [accepted('08:29:00')], true],
  ])('is behind when %s', (_why, batch, hasFailed) => {
    expect(progress(batch, hasFailed)?.isBehind).toBe(true);
  });

  test('is not behind when an acceptance comes within five minutes', () => {
    expect(progress([accepted('08:25:00')])?.isBehind).toBe(false);
    expect(progress([accepted('08:24:59')])?.isBehind).toBe(true);
  });

  test.each(['complaintAt', 'transientBounceAt', 'permanentBounceAt'] as const)(
    'is not behind when another server says that a %s is old',
    (kind) => {
      expect(progress([{ kind, at: at('06:00:00'), mail }])?.isBehind).toBe(false);
    },
  );
});

describe('what feedback has settled', () => {
  const heard = { heardThrough: at('09:00:00'), steadySince: at('08:50:00') };

  test('ends a little before the newest known acceptance', () => {
    expect(settledThrough(heard, new Date(at('09:05:00')))).toEqual(new Date(at('08:55:00')));
  });

  test('does not grow while no event comes', () => {
    expect(settledThrough(heard, new Date('2024-01-09T00:00:00Z'))).toEqual(new Date(at('08:55:00')));
  });

  test('is nothing before feedback has been steady for a quarter of an hour: a backlog comes in any order', () => {
    expect(settledThrough(heard, new Date(at('09:04:59')))).toBeUndefined();
  });

  test('is nothing before the first event', () => {
    expect(settledThrough(undefined, new Date(at('09:00:00')))).toBeUndefined();
  });
});
