import { beforeAll, beforeEach, expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { type Ports, sendDigest } from '../../lambdas/digest-sender/send-digest.ts';
import { type DeliveryTable, deliveryTable } from '../../src/adapters/delivery-table.ts';
import { digestMessage } from '../../src/adapters/digest-queue.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { logger } from '../../src/adapters/log.ts';
import type { MailOutcome, OutgoingMail } from '../../src/adapters/mailer.ts';
import { relationsSeed } from '../../src/adapters/relations-seed.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { type SubscriberTable, subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { LEASE_MS, type PlannedDigest } from '../../src/domain/delivery.ts';
import { aSubscriber, chinaLesotho, preferring } from '../support/builders.ts';
import { freeDepartures } from '../support/free-departures.ts';
import { localTables } from '../support/local-tables.ts';

const accepted: MailOutcome = { outcome: 'accepted', messageId: 'ses-1' };
const links = linkSigner({ current: 'k'.repeat(40), earlier: [] });
const start = new Date('2024-01-05T08:00:05Z');

let subscribers: SubscriberTable;
let deliveries: DeliveryTable;
let common: Pick<Ports, 'subscribers' | 'deliveries' | 'sources' | 'timelinesDue'>;
let outbox: OutgoingMail[];
let answers: MailOutcome[];
let now: Date;
let subscriberNumber = 0;
let planned: PlannedDigest;

beforeAll(async () => {
  logger.setLogLevel('SILENT');
  const documents = await localTables();
  await relationsSeed(documents, 'relations').seed([chinaLesotho], []);
  const relations = relationsTable(documents, 'relations');
  subscribers = subscriberTable(documents, 'subscribers');
  deliveries = deliveryTable(documents, 'deliveries');
  common = { subscribers, deliveries, sources: relations.sources, timelinesDue: timelinesDue(relations) };
});

beforeEach(async () => {
  subscriberNumber += 1;
  const subscriberId = `subscriber-${subscriberNumber}`;
  planned = { subscriberId, generation: 1, on: '2024-01-05', coverage: { from: '2024-01-05', through: '2024-01-05' } };
  await subscribers.put(aSubscriber({ id: subscriberId }));
  [outbox, answers, now] = [[], [], start];
});

const ports = (): Ports => ({
  ...common,
  mailer: {
    send: async (mail) => {
      outbox.push(mail);
      return answers.shift() ?? accepted;
    },
  },
  links,
  siteUrl: 'https://jubilee.example',
  domain: 'jubilee.example',
  now: () => now,
});

const send = () => sendDigest(planned, ports());
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

test('a digest is sent to its subscriber and recorded with the id that SES gave', async () => {
  expect(await send()).toBe('sent');
  expect(outbox.map(({ to, mail }) => [to, mail.subject])).toEqual([
    ['desk@ministry.example', 'China–Lesotho: 30 years since relations resumed, 12 January 2024'],
  ]);
  expect(await deliveries.find(planned)).toMatchObject({ status: 'sent', messageId: 'ses-1' });
});

test('a mail carries the key of its delivery, by which SES reports on it', async () => {
  await send();
  expect(outbox[0]?.tags).toEqual({ subscriber: planned.subscriberId, digest: '2024-01-05' });
});

test('the one-click link of the mail ends this subscription', async () => {
  await send();
  const url = /<(.+)>/.exec(outbox[0]?.mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const token = new URL(url).searchParams.get('t') ?? '';
  expect(links.verify('unsubscribe', token, later(1e12))).toEqual({
    subscriberId: planned.subscriberId,
    generation: 1,
  });
});

test('a message that comes twice is mailed once', async () => {
  expect([await send(), await send()]).toEqual(['sent', 'sent']);
  expect(outbox).toHaveLength(1);
});

test('two senders with the same message mail once', async () => {
  await Promise.all([send(), send()]);
  expect(outbox).toHaveLength(1);
});

test.each(['pending', 'unsubscribed', 'suppressed'] as const)('nobody is mailed who is %s by then', async (status) => {
  await subscribers.put(aSubscriber({ id: planned.subscriberId, status }));
  expect(await send()).toBe('not-active');
  expect(outbox).toEqual([]);
});

test('nobody is mailed who was erased meanwhile', async () => {
  planned = { ...planned, subscriberId: 'erased' };
  expect(await send()).toBe('not-active');
});

test('the newest preferences count: nothing is mailed that the subscriber no longer follows', async () => {
  await subscribers.put(aSubscriber({ id: planned.subscriberId, preferences: preferring({ states: ['FR'] }) }));
  expect(await send()).toBe('nothing-due');
  expect(outbox).toEqual([]);
});

test('an address that SES refuses for good fails, and is not tried again', async () => {
  answers = [{ outcome: 'rejected', reason: 'MessageRejected' }];
  expect([await send(), await send()]).toEqual(['failed', 'failed']);
  expect(outbox).toHaveLength(1);
  expect(await deliveries.find(planned)).toMatchObject({ status: 'failed', reason: 'MessageRejected' });
});

test.each(['throttled', 'closed', 'unavailable'] as const)(
  'when SES is %s the next attempt may send at once',
  async (outcome) => {
    answers = [{ outcome, reason: 'later' }];
    expect([await send(), await send()]).toEqual([outcome, 'sent']);
  },
);

test('when the answer of SES is lost nobody sends before the lease has ended', async () => {
  answers = [{ outcome: 'unknown', reason: 'TimeoutError' }];
  expect(await send()).toBe('held');
  now = later(LEASE_MS - 1);
  expect(await send()).toBe('held');
  now = later(LEASE_MS);
  expect(await send()).toBe('sent');
  expect(outbox).toHaveLength(2);
});

test('one bad message does not bring the others of its batch back', async () => {
  const message = (id: string, body: string) => ({ id, body, sentAt: 0, receiveCount: 1, visibleAt: 0 });
  const event = queueEvent([message('good', digestMessage(planned)), message('bad', '{"subscriberId":1}')]);
  expect(await sendBatch(event, { ...ports(), ...freeDepartures })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }],
  });
  expect(outbox).toHaveLength(1);
});

test('an empty digest is sent to those who want it', async () => {
  const preferences = preferring({ sendEmpty: true, states: ['FR'] });
  await subscribers.put(aSubscriber({ id: planned.subscriberId, preferences }));
  expect(await send()).toBe('sent');
});

test('a mail that goes out days after its date says that it is late, and counts from the day of the reader', async () => {
  now = later(2 * 86_400_000);
  await send();
  expect(outbox[0]?.mail.text).toContain('This digest is late: it covers 5 January 2024');
  expect(outbox[0]?.mail.text).toContain('In 5 days');
});
