import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { deliveryTable } from '../../../src/adapters/dynamodb/delivery-table.ts';
import { LEASE_MS, type LeasableDigest } from '../../../src/domain/delivery.ts';
import { localTables } from '../../support/local-tables.ts';

const documentClient = await localTables();
const deliveries = deliveryTable(documentClient, 'deliveries');

const eight = new Date('2024-01-05T00:00:00Z');
const nearTheEnd = new Date(eight.getTime() + LEASE_MS - 1);
const leaseEnd = new Date(eight.getTime() + LEASE_MS);
const aDayLater = new Date(eight.getTime() + 86_400_000);

let subscribers = 0;

/** A digest that nobody has claimed yet. */
function aPlannedDigest(): LeasableDigest {
  subscribers += 1;
  return {
    subscriberId: `s-${subscribers}`,
    on: '2024-01-05',
    coverage: { from: '2024-01-05', through: '2024-01-05' },
  };
}

describe('a lease', () => {
  test('is granted to exactly one of many concurrent senders', async () => {
    const planned = aPlannedDigest();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => deliveries.acquire(planned, eight)));
    expect(outcomes.filter((outcome) => outcome === 'acquired')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(19);
  });

  test('is still the sender’s own when the SDK retries after a lost response', async () => {
    const planned = aPlannedDigest();
    const askingTwice = Object.assign(Object.create(documentClient), {
      send: async (command: PutCommand) => {
        await documentClient.send(command);
        return documentClient.send(command);
      },
    });
    expect(await deliveryTable(askingTwice, 'deliveries').acquire(planned, eight)).toBe('acquired');
    expect(await deliveries.acquire(planned, eight)).toBe('held');
  });

  test('is held until it ends, and is free once feedback has caught up with its end', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    expect(await deliveries.acquire(planned, nearTheEnd, nearTheEnd)).toBe('held');
    expect(await deliveries.acquire(planned, aDayLater)).toBe('unsettled');
    expect(await deliveries.acquire(planned, aDayLater, nearTheEnd)).toBe('unsettled');
    expect(await deliveries.acquire(planned, aDayLater, leaseEnd)).toBe('acquired');
    expect(await deliveries.acquire(planned, aDayLater, leaseEnd)).toBe('held');
  });

  test('on the digest of one day leaves other days and subscribers free', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    expect(await deliveries.acquire({ ...planned, on: '2024-01-06' }, eight)).toBe('acquired');
    expect(await deliveries.acquire(aPlannedDigest(), eight)).toBe('acquired');
  });

  test('is free at once after a release', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.release(planned, eight);
    expect(await deliveries.acquire(planned, eight)).toBe('acquired');
  });

  test('is free after a release even for a sender whose clock is slow', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.release(planned, eight);
    expect(await deliveries.acquire(planned, new Date(eight.getTime() - 5_000))).toBe('acquired');
  });

  test('that was taken over cannot be released by its former holder', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.acquire(planned, leaseEnd, leaseEnd);
    await deliveries.release(planned, eight);
    expect(await deliveries.acquire(planned, leaseEnd)).toBe('held');
  });

  test('on a sent or failed digest is refused with that outcome, at any time', async () => {
    const [sent, failed] = [aPlannedDigest(), aPlannedDigest()];
    for (const planned of [sent, failed]) await deliveries.acquire(planned, eight);
    await deliveries.recordSent(sent, { messageId: 'm-1', at: eight });
    await deliveries.recordFailed(failed, { reason: 'MessageRejected', at: eight });
    for (const now of [eight, leaseEnd]) {
      expect(await deliveries.acquire(sent, now)).toBe('sent');
      expect(await deliveries.acquire(failed, now)).toBe('failed');
    }
  });
});

describe('an unconfirmed delivery', () => {
  test('keeps its lease, and may be sent again once feedback has caught up with its end', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.markUnconfirmed(planned, eight);
    expect((await deliveries.find(planned))?.status).toBe('unconfirmed');
    expect(await deliveries.acquire(planned, nearTheEnd)).toBe('held');
    expect(await deliveries.acquire(planned, leaseEnd)).toBe('unsettled');
    expect(await deliveries.acquire(planned, leaseEnd, leaseEnd)).toBe('acquired');
  });

  test('is settled by the event that SES accepted the mail', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.markUnconfirmed(planned, eight);
    await deliveries.recordSent(planned, { messageId: 'm-1', at: nearTheEnd });
    expect(await deliveries.acquire(planned, leaseEnd)).toBe('sent');
  });

  test('is not recorded for a lease that another sender has taken over', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.acquire(planned, leaseEnd, leaseEnd);
    await deliveries.markUnconfirmed(planned, eight);
    expect((await deliveries.find(planned))?.status).toBe('claimed');
  });

  test('is not released: the mail may be on its way', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.markUnconfirmed(planned, eight);
    await deliveries.release(planned, eight);
    expect(await deliveries.acquire(planned, nearTheEnd)).toBe('held');
  });
});

describe('a record', () => {
  test('keeps the days covered, its times and the id of the mail, and expires after 400 days', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.recordSent(planned, { messageId: 'm-1', at: new Date('2024-01-05T00:00:02Z') });
    expect(await deliveries.find(planned)).toEqual({
      ...planned,
      claimId: expect.any(String),
      status: 'sent',
      claimedAt: '2024-01-05T00:00:00.000Z',
      leaseEnds: '2024-01-05T00:15:00.000Z',
      settledAt: '2024-01-05T00:00:02.000Z',
      messageId: 'm-1',
      expiresAt: Date.parse('2025-02-08T00:00:00Z') / 1000,
    });
  });

  test.each([
    ['of a failure', (planned: LeasableDigest) => deliveries.recordFailed(planned, { reason: 'late', at: leaseEnd })],
    [
      'of another acceptance',
      (planned: LeasableDigest) => deliveries.recordSent(planned, { messageId: 'm-2', at: leaseEnd }),
    ],
    ['of a release', (planned: LeasableDigest) => deliveries.release(planned, eight)],
    ['of doubt', (planned: LeasableDigest) => deliveries.markUnconfirmed(planned, eight)],
  ])('that comes late, %s, does not overwrite `sent`', async (_what, recordLate) => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.recordSent(planned, { messageId: 'm-1', at: eight });
    const before = await deliveries.find(planned);
    await recordLate(planned);
    expect(await deliveries.find(planned)).toEqual(before);
  });

  test('of an acceptance overrides the failure of another sender', async () => {
    const planned = aPlannedDigest();
    await deliveries.acquire(planned, eight);
    await deliveries.recordFailed(planned, { reason: 'MessageRejected', at: eight });
    await deliveries.recordSent(planned, { messageId: 'm-1', at: eight });
    expect((await deliveries.find(planned))?.status).toBe('sent');
  });

  test('of a delivery that was removed does not recreate it', async () => {
    const planned = aPlannedDigest();
    await deliveries.recordSent(planned, { messageId: 'm-1', at: eight });
    await deliveries.recordFailed(planned, { reason: 'late', at: eight });
    await deliveries.release(planned, eight);
    await deliveries.markUnconfirmed(planned, eight);
    expect(await deliveries.find(planned)).toBeUndefined();
  });

  test('that the product cannot have written is refused with its table and key', async () => {
    const Item = { subscriberId: 's-bad', on: '2024-01-05', status: 'posted' };
    await documentClient.send(new PutCommand({ TableName: 'deliveries', Item }));
    await expect(deliveries.find({ subscriberId: 's-bad', on: '2024-01-05' })).rejects.toThrow(
      'Table deliveries, item s-bad 2024-01-05: coverage',
    );
  });
});

describe('many deliveries', () => {
  test('are found together if they are on record, however many', async () => {
    const planned = Array.from({ length: 230 }, aPlannedDigest);
    for (const digest of planned.slice(0, 220)) await deliveries.acquire(digest, eight);
    const found = await deliveries.findAll(planned);
    const ids = (all: readonly { readonly subscriberId: string }[]) =>
      all.map(({ subscriberId }) => subscriberId).sort();
    expect(ids(found)).toEqual(ids(planned.slice(0, 220)));
  });

  test('of one subscriber are found from a date on', async () => {
    const planned = aPlannedDigest();
    for (const on of ['2024-01-05', '2024-01-06', '2024-01-07'] as const)
      await deliveries.acquire({ ...planned, on }, eight);
    const found = await deliveries.ofSubscriber(planned.subscriberId, '2024-01-06');
    expect(found.map(({ on }) => on)).toEqual(['2024-01-06', '2024-01-07']);
  });
});
