import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { brakeTable, brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { watermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { OutgoingMail } from '../../src/adapters/ses/mailer.ts';
import type { MailCounts } from '../../src/domain/brake.ts';
import { brakedMailer } from '../../src/sending/sending-parts.ts';
import { localTables } from '../support/local-tables.ts';
import { bounceEvent, deliveryEvent, type SampleMail } from '../support/ses-events.ts';

const documents = await localTables();
const start = Date.parse('2024-01-05T08:00:00Z');
const mails = (counted: number, { bounces = 0, complaints = 0 } = {}): MailCounts => ({
  mails: counted,
  bounces,
  complaints,
});
const count = (counts: MailCounts) => brakeTable(documents, 'limits', 'confirmed').count(counts, new Date(start));
const isOn = () => brakeTable(documents, 'limits', 'confirmed').isOn(new Date(start));
const release = () => documents.send(new DeleteCommand({ TableName: 'limits', Key: { counter: 'brake' } }));

beforeEach(async () => {
  logger.setLogLevel('SILENT');
  await release();
});

describe('the brake', () => {
  test('is off before any mail', async () => {
    expect(await isOn()).toBe(false);
  });

  test('stays off below 1,000 mails, whatever became of them', async () => {
    expect(await count(mails(999, { bounces: 500 }))).toBe(false);
    expect(await isOn()).toBe(false);
  });

  test('goes on with the mail that makes it 2 % of 1,000', async () => {
    expect(await count(mails(900, { bounces: 19 }))).toBe(false);
    expect(await count(mails(99))).toBe(false);
    expect(await count(mails(1, { bounces: 1 }))).toBe(true);
    expect(await isOn()).toBe(true);
  });

  test('looks at the last mails, not at all that were ever sent', async () => {
    for (let thousand = 0; thousand < 50; thousand += 1) await count(mails(1_000));
    expect(await count(mails(980, { bounces: 19 }))).toBe(false);
    expect(await count(mails(20, { bounces: 1 }))).toBe(true);
  });

  test('forgets old mails', async () => {
    await count(mails(999, { bounces: 19 }));
    for (let thousand = 0; thousand < 3; thousand += 1) await count(mails(1_000));
    expect(await count(mails(999, { bounces: 19 }))).toBe(false);
  });

  test('counts every mail once when many count at the same time, even as a thousand fills up', async () => {
    await Promise.all(Array.from({ length: 120 }, () => count(mails(10))));
    const all = await brakeTable(documents, 'limits', 'confirmed').count(mails(0), new Date(start));
    expect(all).toBe(false);
    expect(await count(mails(0, { bounces: 23 }))).toBe(false);
    expect(await count(mails(0, { bounces: 1 }))).toBe(true);
  });

  test('stays on, however good the mails that follow, until an operator releases it; then counting starts over', async () => {
    await count(mails(1_000, { bounces: 20 }));
    expect(await count(mails(100_000))).toBe(true);
    await release();
    expect(await isOn()).toBe(false);
    expect(await count(mails(999, { bounces: 500 }))).toBe(false);
  });

  test('is read once a minute', async () => {
    const brake = brakeTable(documents, 'limits', 'confirmed');
    const secondsLater = (seconds: number) => brake.isOn(new Date(start + seconds * 1000));
    expect(await secondsLater(0)).toBe(false);
    await count(mails(1_000, { bounces: 20 }));
    expect(await secondsLater(59)).toBe(false);
    expect(await secondsLater(60)).toBe(true);
    await release();
    expect(await secondsLater(119)).toBe(true);
    expect(await secondsLater(120)).toBe(false);
  });
});

test('while the brake is on no mail of any kind leaves, and each may be tried again in hours', async () => {
  const outbox: OutgoingMail[] = [];
  const anyMailer = {
    send: async (mail: OutgoingMail) => {
      outbox.push(mail);
      return { outcome: 'accepted', messageId: 'm-1' } as const;
    },
  };
  const mail: OutgoingMail = {
    to: 'desk@ministry.example',
    mail: { subject: '', text: '', html: '', headers: {} },
    date: new Date(start),
    tags: {},
  };
  let now = start;
  const braked = brakedMailer(anyMailer, brakeTables(documents, 'limits'), () => new Date(now));
  await count(mails(1_000, { complaints: 1 }));
  expect(await braked.send(mail)).toMatchObject({ outcome: 'closed' });
  expect(outbox).toEqual([]);
  await release();
  now += 60_000;
  expect(await braked.send(mail)).toMatchObject({ outcome: 'accepted' });
});

describe('the feedback function', () => {
  const heard: boolean[] = [];
  const ports = {
    subscribers: subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z')),
    deliveries: deliveryTable(documents, 'deliveries'),
    notices: noticeFeedback(documents, 'limits'),
    watermark: watermarkTable(documents, 'limits'),
    tellBrake: (is: boolean) => heard.push(is),
    now: () => new Date(start),
  };
  const told = (events: readonly object[]) =>
    applyBatch(
      queueEvent(
        events.map((event, index) => ({
          id: String(index),
          body: JSON.stringify(event),
          sentAt: 0,
          receiveCount: 1,
          visibleAt: 0,
        })),
      ),
      { ...ports, brakes: brakeTables(documents, 'limits') },
    );
  const notice = (number: number): SampleMail => ({
    tags: { subscriber: 's-1', notice: 'preferences' },
    messageId: `n-${number}`,
  });

  beforeEach(() => {
    heard.length = 0;
  });

  test('counts digests and notices alike, each mail once, however often its events come', async () => {
    const key = { subscriberId: 's-1', on: '2024-01-05' } as const;
    await ports.deliveries.acquire({ ...key, coverage: { from: key.on, through: key.on } }, new Date(start));
    const events = [
      bounceEvent(),
      bounceEvent(),
      deliveryEvent(),
      deliveryEvent(notice(1)),
      bounceEvent(undefined, notice(2)),
    ];
    await count(mails(997, { bounces: 17 }));
    await told(events);
    expect(heard).toEqual([false]);
    await told(events);
    expect(heard).toEqual([false]);
    await told([bounceEvent(undefined, notice(1))]);
    expect(heard).toEqual([false, true]);
  });

  test('counts mails that ask strangers to confirm for a brake of their own, which releases by itself after a day', async () => {
    const confirmation = (number: number): SampleMail => ({
      tags: { subscriber: 's-1', notice: 'confirmation' },
      messageId: `c-${number}`,
    });
    const brakes = brakeTables(documents, 'limits');
    await brakes.unconfirmed.count(mails(999, { bounces: 19 }), new Date(start));
    await told([bounceEvent(undefined, confirmation(1))]);
    const laterIs = (name: 'confirmed' | 'unconfirmed', hours: number) =>
      brakeTables(documents, 'limits')[name].isOn(new Date(start + hours * 3_600_000));
    expect([await laterIs('unconfirmed', 1), await laterIs('confirmed', 1)]).toEqual([true, false]);
    expect([await laterIs('unconfirmed', 23.9), await laterIs('unconfirmed', 24)]).toEqual([true, false]);
    expect(await brakes.unconfirmed.count(mails(999, { bounces: 19 }), new Date(start + 25 * 3_600_000))).toBe(false);
    expect(await brakes.unconfirmed.count(mails(1, { bounces: 1 }), new Date(start + 25 * 3_600_000))).toBe(true);
  });

  test('publishes with every batch that the brake is on, until it is released', async () => {
    await count(mails(1_000, { bounces: 20 }));
    await told([deliveryEvent(notice(10))]);
    await release();
    await told([deliveryEvent(notice(11))]);
    expect(heard).toEqual([true, false]);
  });
});
