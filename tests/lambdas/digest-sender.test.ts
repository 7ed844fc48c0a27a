import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { type BatchPorts, sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { type Ports, sendDigest } from '../../lambdas/digest-sender/send-digest.ts';
import { type DeliveryTable, deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { type SubscriberTable, subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { MailOutcome, OutgoingMail } from '../../src/adapters/ses/mailer.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { LEASE_MS, type PlannedDigest } from '../../src/domain/delivery.ts';
import type { Watermark } from '../../src/domain/watermark.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import type { Reservation } from '../../src/sending/send-slots.ts';
import { aSubscriber, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { freeSendSlots } from '../support/free-send-slots.ts';
import { localTables } from '../support/local-tables.ts';

const accepted: MailOutcome = { outcome: 'accepted', messageId: 'ses-1' };
const links = linkSigner({ current: 'k'.repeat(40), earlier: [] });
const start = new Date('2024-01-05T08:00:05Z');

let subscribers: SubscriberTable;
let deliveries: DeliveryTable;
let common: Pick<Ports, 'subscribers' | 'deliveries' | 'sources' | 'dueFacts'>;
let outbox: OutgoingMail[];
let answers: MailOutcome[];
let now: Date;
let heard: Watermark | undefined;
let probes: number;
let isFeedbackGivenUp: boolean;
let subscriberNumber = 0;
let planned: PlannedDigest;

beforeAll(async () => {
  logger.setLogLevel('SILENT');
  const documents = await localTables();
  await relationsSeed(documents, 'relations').seed([chinaLesotho], []);
  const relations = relationsTable(documents, 'relations');
  subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
  deliveries = deliveryTable(documents, 'deliveries');
  common = { subscribers, deliveries, sources: relations.sources, dueFacts: dueFacts(relations) };
});

beforeEach(async () => {
  subscriberNumber += 1;
  const subscriberId = `subscriber-${subscriberNumber}`;
  planned = {
    subscriberId,
    subscriptionVersion: 1,
    on: '2024-01-05',
    coverage: { from: '2024-01-05', through: '2024-01-05' },
  };
  await subscribers.put(aSubscriber({ id: subscriberId }));
  [outbox, answers, now] = [[], [], start];
  [heard, probes, isFeedbackGivenUp] = [undefined, 0, false];
});

const ports = (): Ports => ({
  ...common,
  watermark: { read: async () => heard },
  isFeedbackGivenUp: async () => isFeedbackGivenUp,
  limits: {
    take: async (_counter, { most }) => {
      probes += 1;
      return probes <= most;
    },
  },
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

test('a look at the subscriber that fails after the lease releases it, so that the next attempt sends at once', async () => {
  let looks = 0;
  const find: Ports['subscribers']['find'] = async (id) => {
    looks += 1;
    if (looks === 1) throw new Error('DynamoDB is throttled');
    return common.subscribers.find(id);
  };
  await expect(sendDigest(planned, { ...ports(), subscribers: { ...common.subscribers, find } })).rejects.toThrow(
    'throttled',
  );
  expect(outbox).toEqual([]);
  expect(await send()).toBe('sent');
});

test('a digest is sent to its subscriber and recorded with the id that SES gave', async () => {
  expect(await send()).toBe('sent');
  expect(outbox.map(({ to, mail }) => [to, mail.subject])).toEqual([
    ['desk@ministry.example', '30th anniversary of resumption, 12 January 2024: China–Lesotho'],
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
    subscriptionVersion: 1,
  });
});

test('a message delivered twice is mailed once', async () => {
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

test.each([
  ['subscribed again', { subscriptionVersion: 2 }],
  ['came back after unsubscribing', { reinstatedAt: '2024-01-05T08:00:01.000Z' }],
])('a subscriber who %s is not sent a digest planned before that', async (_what, change) => {
  await subscribers.put(aSubscriber({ id: planned.subscriberId, ...change }));
  expect(await send()).toBe('not-active');
  expect(outbox).toEqual([]);
});

test('a subscriber erased meanwhile is not mailed', async () => {
  planned = { ...planned, subscriberId: 'erased' };
  expect(await send()).toBe('not-active');
});

test('the latest preferences count: a state the subscriber no longer follows is not mailed', async () => {
  await subscribers.put(aSubscriber({ id: planned.subscriberId, preferences: preferencesWith({ states: ['FR'] }) }));
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

describe('when the answer of SES is lost', () => {
  const digestsIn = (mails: readonly OutgoingMail[]) => mails.filter(({ tags }) => tags.digest !== undefined);

  beforeEach(async () => {
    answers = [{ outcome: 'unknown', reason: 'TimeoutError' }];
    expect(await send()).toBe('held');
  });

  test('nobody sends before the lease has ended', async () => {
    now = later(LEASE_MS - 1);
    heard = { heardThrough: now.toISOString(), steadySince: start.toISOString() };
    expect(await send()).toBe('held');
  });

  test('nobody sends as long as feedback stands still, however long that is', async () => {
    heard = { heardThrough: start.toISOString(), steadySince: start.toISOString() };
    for (const hours of [1, 24, 48]) {
      now = later(hours * 3_600_000);
      expect(await send()).toBe('unsettled');
    }
    expect(digestsIn(outbox)).toHaveLength(1);
  });

  test('the next attempt sends once feedback has caught up and SES has said nothing of the mail', async () => {
    now = later(2 * LEASE_MS);
    heard = { heardThrough: now.toISOString(), steadySince: start.toISOString() };
    expect(await send()).toBe('sent');
    expect(digestsIn(outbox)).toHaveLength(2);
  });

  test('nobody sends while events of SES wait among the dead letters: one may be of this mail', async () => {
    now = later(2 * LEASE_MS);
    heard = { heardThrough: now.toISOString(), steadySince: start.toISOString() };
    isFeedbackGivenUp = true;
    expect(await send()).toBe('unsettled');
    expect(outbox).toHaveLength(1);
  });

  test('a probe advances the watermark of a quiet stack, a few times an hour, however many digests wait', async () => {
    now = later(2 * LEASE_MS);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await send()).toBe('unsettled');
    const probes = outbox.filter(({ tags }) => tags.digest === undefined);
    expect(probes.map(({ to }) => to)).toEqual(Array(2).fill('success@simulator.amazonses.com'));
  });
});

test('one bad message does not return the others of its batch to the queue', async () => {
  const message = (id: string, body: string) => ({ id, body, sentAt: 0, receiveCount: 1, visibleAt: 0 });
  const event = queueEvent([message('good', digestMessage(planned)), message('bad', '{"subscriberId":1}')]);
  expect(await sendBatch(event, { ...ports(), ...freeSendSlots })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }],
  });
  expect(outbox).toHaveLength(1);
});

test('an empty digest is sent to those who want it', async () => {
  const preferences = preferencesWith({ sendEmpty: true, states: ['FR'] });
  await subscribers.put(aSubscriber({ id: planned.subscriberId, preferences }));
  expect(await send()).toBe('sent');
});

test('a mail that goes out days after its date says that it is late, and counts from the day of the reader', async () => {
  now = later(2 * 86_400_000);
  await send();
  expect(outbox[0]?.mail.text).toContain('This digest is late: it covers 5 January 2024');
  expect(outbox[0]?.mail.text).toContain('In 5 days');
});

describe('a batch', () => {
  const messages = (ids: readonly string[]) =>
    queueEvent(
      ids.map((subscriberId) => ({
        id: subscriberId,
        body: digestMessage({ ...planned, subscriberId }),
        sentAt: 0,
        receiveCount: 3,
        visibleAt: 0,
      })),
    );
  let ids: string[];
  let asked: string[];
  let postponed: [string, number][];

  beforeEach(async () => {
    ids = ['a', 'b', 'c'].map((letter) => `${planned.subscriberId}${letter}`);
    planned = { ...planned, subscriberId: `${planned.subscriberId}a` };
    for (const id of ids) await subscribers.put(aSubscriber({ id, email: `${id}@ministry.example` }));
    [asked, postponed] = [[], []];
  });

  const batchPorts = (reservation: Reservation = { slots: [10, 20, 30] }): BatchPorts => ({
    ...ports(),
    sendSlots: {
      reserve: async (mails, kind) => {
        asked.push(`${mails} ${kind}`);
        return reservation;
      },
      pushBack: async () => void asked.push('push back'),
    },
    waitUntil: async (instant) => void asked.push(`wait until ${instant}`),
    postpone: async ({ receiptHandle }, ms) => void postponed.push([receiptHandle, ms / 60_000]),
  });

  const comingBack = async (reservation?: Reservation) =>
    (await sendBatch(messages(ids), batchPorts(reservation))).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );

  test('reserves slots once, for the digests that have something to say; each mail takes its lease shortly before its own slot and is sent in it', async () => {
    await subscribers.put(aSubscriber({ id: ids[1], status: 'unsubscribed' }));
    expect(await comingBack()).toEqual([]);
    expect(asked.slice(0, 3)).toEqual(['2 digest', 'wait until -190', 'wait until -180']);
    expect(asked.slice(3)).toEqual(['wait until 10', 'wait until 20']);
    expect(outbox).toHaveLength(2);
  });

  test('is one line of the log, with subscriber and date by outcome', async () => {
    const info = vi.spyOn(logger, 'info');
    await subscribers.put(aSubscriber({ id: ids[1], status: 'unsubscribed' }));
    await comingBack();
    expect(info.mock.calls).toEqual([
      [
        'Handled digests',
        {
          digests: {
            'not-active': [`${ids[1]} 2024-01-05`],
            sent: [`${ids[0]} 2024-01-05`, `${ids[2]} 2024-01-05`],
          },
        },
      ],
    ]);
    info.mockRestore();
  });

  test('of equal preferences is looked up once, and each mail has the links of its own reader', async () => {
    const find = vi.fn(common.dueFacts);
    await sendBatch(messages(ids), { ...batchPorts(), dueFacts: find });
    expect(find).toHaveBeenCalledTimes(1);
    const bearers = outbox.map(({ mail }) => {
      const url = /unsubscribe\?t=[\w.-]+/.exec(mail.html)?.[0] ?? '';
      return links.verify('unsubscribe', new URLSearchParams(url.split('?')[1]).get('t') ?? '', start);
    });
    expect(new Set(bearers)).toEqual(new Set(ids.map((subscriberId) => ({ subscriberId, subscriptionVersion: 1 }))));
  });

  test('returns digests without a slot soon, and without a lease', async () => {
    const left = await comingBack({ slots: [10] });
    expect([left.length, outbox.length]).toEqual([2, 1]);
    for (const [handle, minutes] of postponed) {
      expect(handle).toMatch(/#3$/);
      expect(minutes).toBeGreaterThanOrEqual(20 / 60);
      expect(minutes).toBeLessThanOrEqual(40 / 60);
    }
    expect(await Promise.all(left.map((id) => deliveries.find({ ...planned, subscriberId: id })))).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each<[string, Reservation | undefined, MailOutcome]>([
    ['the quota of the day is used up', 'closed', accepted],
    ['SES says so itself', undefined, { outcome: 'closed', reason: 'Daily message quota exceeded.' }],
  ])('is carried over for hours, not failed, when %s', async (_why, reservation, answer) => {
    answers = [answer, answer, answer];
    expect(await comingBack(reservation)).toEqual(ids);
    for (const [, minutes] of postponed) {
      expect(minutes).toBeGreaterThanOrEqual(3 * 60);
      expect(minutes).toBeLessThanOrEqual(5 * 60);
    }
    expect(new Set(postponed.map(([, minutes]) => minutes)).size).toBe(3);
    answers = [];
    now = later(4 * 3_600_000);
    expect(await comingBack()).toEqual([]);
    expect(await deliveries.find(planned)).toMatchObject({ status: 'sent' });
  });

  test('that is throttled slows all senders down and is retried soon', async () => {
    answers = [{ outcome: 'throttled', reason: 'Maximum sending rate exceeded.' }];
    expect(await comingBack()).toHaveLength(1);
    expect(asked).toContain('push back');
    expect(postponed).toHaveLength(1);
  });

  test('waits longer each time for feedback to settle what a dead sender has left', async () => {
    await deliveries.acquire(planned, start);
    now = later(LEASE_MS);
    expect(await comingBack()).toEqual([planned.subscriberId]);
    const [[, minutes] = ['', 0]] = postponed;
    expect(minutes).toBeGreaterThanOrEqual(52);
    expect(minutes).toBeLessThanOrEqual(60);
  });

  test('leaves digests that another sender may be at work on to its queue', async () => {
    await deliveries.acquire(planned, start);
    expect(await comingBack()).toEqual([planned.subscriberId]);
    expect(postponed).toEqual([]);
  });

  test.each([
    ['unsubscribed', { status: 'unsubscribed' }],
    ['subscribed anew, so that these links are void', { subscriptionVersion: 2 }],
  ] as const)('mails nobody who has %s while their mail waited for its turn', async (_what, change) => {
    const waitUntil = async () => subscribers.put(aSubscriber({ id: ids[0], ...change }));
    expect(await sendBatch(messages(ids.slice(0, 1)), { ...batchPorts(), waitUntil })).toEqual({
      batchItemFailures: [],
    });
    expect(outbox).toEqual([]);
  });

  test('without a known pace sends nothing and returns to the queue', async () => {
    const sendSlots = { reserve: async () => Promise.reject(new Error('no quota')), pushBack: async () => {} };
    const answer = await sendBatch(messages(ids), { ...batchPorts(), sendSlots });
    expect([answer.batchItemFailures.length, postponed.length, outbox.length]).toEqual([3, 3, 0]);
  });
});
