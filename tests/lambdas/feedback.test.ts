import { beforeEach, describe, expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { watermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import { aSubscriber } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';
import {
  bounceEvent,
  complaintEvent,
  delayEvent,
  deliveryEvent,
  inEnvelope,
  recipient,
  rejectEvent,
  type SampleMail,
  sendEvent,
} from '../support/ses-events.ts';

const documents = await localTables();
const subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
const deliveries = deliveryTable(documents, 'deliveries');
const ports = {
  subscribers,
  deliveries,
  notices: noticeFeedback(documents, 'limits'),
  brakes: brakeTables(documents, 'limits'),
  watermark: watermarkTable(documents, 'limits'),
  tellBrake: () => {},
  now: () => new Date('2024-01-05T01:00:00Z'),
};
const claimedAt = new Date('2024-01-05T00:00:01Z');
const soon = new Date('2024-01-05T00:00:02.500Z');
const transient = ['Transient', 'MailboxFull'] as const;

let id: string;
let number = 0;

beforeEach(async () => {
  logger.setLogLevel('SILENT');
  number += 1;
  id = `s-${number}`;
  await subscribers.put(aSubscriber({ id }));
});

const digest = (on: CalendarDate = '2024-01-05'): SampleMail => ({
  tags: { subscriber: id, digest: on },
  messageId: `m-${id}-${on}`,
});
const keyOf = (on: CalendarDate = '2024-01-05') => ({ subscriberId: id, on });

async function claim(on: CalendarDate = '2024-01-05', at = claimedAt) {
  await deliveries.acquire({ ...keyOf(on), coverage: { from: on, through: on } }, at);
}

/** Delivers the events as SQS does; returns those that must come back. */
async function told(...events: readonly (object | string)[]): Promise<number[]> {
  const bodies = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  const messages = bodies.map((body, index) => ({ id: String(index), body, sentAt: 0, receiveCount: 1, visibleAt: 0 }));
  const { batchItemFailures } = await applyBatch(queueEvent(messages), ports);
  return batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));
}

const subscriberNow = async () => {
  const { status, suppressedFor } = (await subscribers.find(id)) ?? {};
  return { status, suppressedFor };
};

describe('a delivery', () => {
  test('whose sender died after SES accepted the mail is settled by the Send event', async () => {
    await claim();
    await told(sendEvent(digest()));
    expect(await deliveries.find(keyOf())).toMatchObject({
      status: 'sent',
      messageId: `m-${id}-2024-01-05`,
      settledAt: '2024-01-05T00:00:02.012Z',
    });
    expect(
      await deliveries.acquire(
        { ...keyOf(), coverage: { from: '2024-01-05', through: '2024-01-05' } },
        new Date(claimedAt.getTime() + LEASE_MS),
      ),
    ).toBe('sent');
  });

  test.each([
    ['Send', sendEvent],
    ['Delivery', deliveryEvent],
    ['Bounce', (mail: SampleMail) => bounceEvent(undefined, mail)],
    ['Complaint', (mail: SampleMail) => complaintEvent(undefined, mail)],
    ['DeliveryDelay', delayEvent],
  ])('that is unconfirmed is settled by the first event that comes: %s', async (_type, eventOf) => {
    await claim();
    await deliveries.markUnconfirmed(keyOf(), claimedAt);
    await told(eventOf(digest()));
    expect((await deliveries.find(keyOf()))?.status).toBe('sent');
  });

  test('is delivered only when SES says so: before, it is sent', async () => {
    await claim();
    await told(sendEvent(digest()));
    expect((await deliveries.find(keyOf()))?.deliveredAt).toBeUndefined();
    await told(deliveryEvent(digest(), '2024-01-05T00:00:07Z'));
    expect(await deliveries.find(keyOf())).toMatchObject({ status: 'sent', deliveredAt: '2024-01-05T00:00:07.000Z' });
  });

  test('is recorded as sent by an event that comes before the sender has recorded it', async () => {
    await claim();
    await told(deliveryEvent(digest()), sendEvent(digest()));
    await deliveries.recordSent(keyOf(), { messageId: 'from the answer', at: soon });
    expect(await deliveries.find(keyOf())).toMatchObject({ status: 'sent', messageId: `m-${id}-2024-01-05` });
  });

  test('that SES rejects after all has failed, whether Send arrives before or after', async () => {
    for (const [on, events] of [
      ['2024-01-05', [sendEvent, rejectEvent]],
      ['2024-01-06', [rejectEvent, sendEvent]],
    ] as const) {
      await claim(on);
      for (const eventOf of events) await told(eventOf(digest(on)));
      await deliveries.recordSent(keyOf(on), { messageId: 'from the answer', at: soon });
      expect(await deliveries.find(keyOf(on))).toMatchObject({ status: 'failed', reason: 'SES found a virus' });
    }
  });

  test('that is delayed is recorded as delayed', async () => {
    await claim();
    await told(delayEvent(digest()));
    expect((await deliveries.find(keyOf()))?.delayedAt).toBe('2024-01-05T00:00:03.669Z');
    expect((await subscriberNow()).status).toBe('active');
  });

  test('that is no longer on file is not recreated', async () => {
    expect(await told(sendEvent(digest()), deliveryEvent(digest()), rejectEvent(digest()))).toEqual([]);
    expect(await deliveries.find(keyOf())).toBeUndefined();
  });
});

describe('a subscriber', () => {
  test('is suppressed at once by a permanent bounce', async () => {
    await claim();
    await told(bounceEvent(['Permanent', 'NoEmail'], digest()));
    expect(await subscriberNow()).toEqual({ status: 'suppressed', suppressedFor: 'bounce' });
  });

  test('is suppressed at once by a complaint', async () => {
    await claim();
    await told(complaintEvent('abuse', digest()));
    expect(await subscriberNow()).toEqual({ status: 'suppressed', suppressedFor: 'complaint' });
  });

  test('is no longer found at their hour once suppressed', async () => {
    const preferences = { ...aSubscriber().preferences, hour: 23 };
    await subscribers.put(aSubscriber({ id, preferences }));
    await told(complaintEvent('abuse', digest()));
    const found: string[] = [];
    for await (const { waiting } of subscribers.at(preferences))
      found.push(...waiting.map((each) => each.subscriberId));
    expect(found).not.toContain(id);
  });

  test('is suppressed by undelivered digests in a row over a week, not when a delivery comes between', async () => {
    const bounce = (on: CalendarDate) => bounceEvent(transient, digest(on));
    for (const on of ['2024-01-05', '2024-01-06', '2024-01-07', '2024-01-08', '2024-01-12', '2024-01-15'] as const)
      await claim(on, new Date(`${on}T00:00:01Z`));
    await told(bounce('2024-01-05'), bounce('2024-01-06'), deliveryEvent(digest('2024-01-07')), bounce('2024-01-08'));
    await told(bounce('2024-01-12'), bounce('2024-01-12'), bounce('2024-01-12'));
    expect((await subscriberNow()).status).toBe('active');
    await told(bounce('2024-01-15'));
    expect(await subscriberNow()).toEqual({ status: 'suppressed', suppressedFor: 'bounce' });
  });

  test('who has not confirmed yet is suppressed by the bounce of the mail that asks them to', async () => {
    await subscribers.put(aSubscriber({ id, status: 'pending' }));
    await told(bounceEvent(undefined, { tags: { subscriber: id, notice: 'confirmation' }, messageId: `n-${id}` }));
    expect(await subscriberNow()).toEqual({ status: 'suppressed', suppressedFor: 'bounce' });
  });

  test('who has confirmed again is not suppressed by a mail of an earlier subscription', async () => {
    await subscribers.put(aSubscriber({ id, subscriptionVersion: Date.parse('2024-01-05T12:00:00Z') / 1000 }));
    await told(complaintEvent('abuse', digest()), bounceEvent(undefined, digest()));
    expect((await subscriberNow()).status).toBe('active');
  });

  test('who was erased is not recreated', async () => {
    await subscribers.remove(id);
    await told(complaintEvent('abuse', digest()));
    expect(await subscribers.find(id)).toBeUndefined();
  });
});

describe('a batch', () => {
  test('with an event that SES cannot have published returns only that one', async () => {
    await claim();
    const broken = { ...deliveryEvent(digest()), delivery: {} };
    expect(await told(broken, sendEvent(digest()), 'bad')).toEqual([0, 2]);
    expect((await deliveries.find(keyOf()))?.status).toBe('sent');
  });

  test('ignores events about mails that are not ours', async () => {
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(await told(greeting, inEnvelope(greeting), sendEvent({ tags: {} }), { eventType: 'Open' })).toEqual([]);
  });

  test('leaves no address in the log, not even of an event that cannot be read', async () => {
    const written: string[] = [];
    const { stdout, stderr } = process;
    const [out, err] = [stdout.write, stderr.write];
    stdout.write = stderr.write = (text: unknown) => written.push(String(text)) > 0;
    logger.setLogLevel('DEBUG');
    await told(
      bounceEvent(undefined, digest()),
      { ...complaintEvent('abuse', digest()), complaint: recipient },
      recipient,
    );
    [stdout.write, stderr.write] = [out, err];
    expect(written.join('')).toContain('Not an event of SES');
    expect(written.join('')).not.toContain(recipient);
  });
});
