import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { applyFeedback } from '../../lambdas/feedback/apply-feedback.ts';
import { type BatchPorts, sendBatch } from '../../lambdas/notice-sender/send-batch.ts';
import { sendNotice } from '../../lambdas/notice-sender/send-notice.ts';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { limitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { mailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { type MetricName, metricNames } from '../../src/adapters/lambda/metric-names.ts';
import type { MailOutcome, OutgoingMail } from '../../src/adapters/ses/mailer.ts';
import { noticeMessage } from '../../src/adapters/sqs/notice-queue.ts';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import type { NoticeRequest } from '../../src/domain/notice.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { confirm, unsubscribe } from '../../src/domain/subscription.ts';
import { aSubscriber } from '../support/builders.ts';
import { freeSendSlots } from '../support/free-send-slots.ts';
import { localTables } from '../support/local-tables.ts';

logger.setLogLevel('SILENT');
const documents = await localTables();
const subscribers = subscriberTable(documents, 'subscribers', () => now);
const addresses = addressKey(documents, 'subscribers');
const accepted: MailOutcome = { outcome: 'accepted', messageId: 'ses-1' };
const start = Date.parse('2024-01-05T08:00:00Z');

/** A flood takes a minute on the real protocol; the tables in memory count as it does. */
const flooded = test.runIf(process.env.TABLES === 'in memory');

let outbox: OutgoingMail[];
let answers: (MailOutcome | Error)[];
let counted: MetricName[];
let now: Date;
let hour = 0;
let number = 0;
let email: string;

beforeEach(() => {
  hour += 48;
  number += 1;
  email = `desk${number}@host${number}.example`;
  now = new Date(start + hour * 3_600_000);
  [outbox, answers, counted] = [[], [], []];
});

const ports: BatchPorts = {
  ...freeSendSlots,
  subscribers,
  addresses,
  limits: limitTable(documents, 'limits'),
  mailboxes: mailboxTable(documents, 'limits'),
  reports: reportTable(documents, 'runs'),
  mailer: {
    send: async (mail) => {
      const answer = answers.shift() ?? accepted;
      if (answer instanceof Error) throw answer;
      if (answer.outcome === 'accepted') outbox.push(mail);
      return answer;
    },
  },
  links: linkSigner({ current: 'k'.repeat(40), earlier: [] }),
  count: (metric) => void counted.push(metric),
  siteUrl: 'https://jubilee.example',
  domain: 'jubilee.example',
  now: () => now,
};

const asking = (overrides: { email?: string; ip?: string } = {}): NoticeRequest => ({
  kind: 'confirmation',
  email,
  ip: `203.0.113.${number}`,
  preferences: defaultPreferences,
  ...overrides,
});

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

const handle = (request: NoticeRequest, requestId: string = crypto.randomUUID()) =>
  sendNotice({ request, requestId, askedAt: now }, ports);

const known = async () => subscribers.find(await addresses.subscriberId(email));
const given = async (overrides: Partial<Subscriber>) => {
  const subscriber = aSubscriber({ id: await addresses.subscriberId(email), email, ...overrides });
  await subscribers.put(subscriber);
  return subscriber;
};

describe('a request for digests', () => {
  test('makes a pending subscriber and mails them once', async () => {
    expect(await handle(asking(), 'm-0')).toBe('mailed');
    expect(await known()).toMatchObject({ status: 'pending', confirmationMails: 1, email });
    expect(outbox.map(({ to, tags }) => [to, tags])).toEqual([
      [email, { subscriber: (await known())?.id, notice: 'confirmation', request: 'm-0' }],
    ]);
  });

  test('for one address in two spellings is for one subscriber', async () => {
    await handle(asking());
    expect(await handle(asking({ email: email.toUpperCase().replace('HOST', 'host') }))).toBe('over-limit');
    expect(outbox).toHaveLength(1);
  });

  test('for an active subscriber sends the link to their settings, and changes nothing else', async () => {
    const before = await given({});
    expect(await handle(asking())).toBe('mailed');
    expect(outbox[0]?.mail.subject).toBe('Your link to the settings of Jubilee');
    expect(await known()).toMatchObject(before);
  });

  test('without an answer brings one mail in 24 hours, three in 90 days, and none after that', async () => {
    const ask = async (hours: number) => {
      pass(hours * 3_600_000);
      await handle(asking());
      return outbox.length;
    };
    expect([await ask(0), await ask(1), await ask(23)]).toEqual([1, 1, 2]);
    const { subscriptionVersion, preferences } = (await known()) ?? {};
    expect([await ask(24), await ask(24), await ask(24 * 60)]).toEqual([3, 3, 3]);
    expect(subscriptionVersion).toBeDefined();
    expect(preferences).toEqual(defaultPreferences);
    expect(await ask(24 * 28)).toBe(4);
  });

  test('beyond the limit leaves the earlier request and its link as they are', async () => {
    await handle(asking());
    const before = await known();
    await handle({ kind: 'confirmation', email, ip: '10.0.2.1', preferences: { ...defaultPreferences, hour: 23 } });
    expect(await known()).toEqual(before);
  });

  test('after confirming and leaving works on the same day', async () => {
    for (let time = 1; time <= 3; time += 1) {
      expect(await handle(asking({ ip: `10.0.1.${time}` }))).toBe('mailed');
      pass(60_000);
      await subscribers.change((await known())?.id ?? '', (subscriber) => subscriber && confirm(subscriber, now));
      pass(60_000);
      await subscribers.change((await known())?.id ?? '', (subscriber) => subscriber && unsubscribe(subscriber, now));
      pass(60_000);
    }
    expect(outbox).toHaveLength(3);
  });

  test('under many names of one mailbox counts as one', async () => {
    for (let index = 0; index < 5; index += 1) await handle(asking({ email: email.replace('@', `+${index}@`) }));
    expect(outbox).toHaveLength(1);
  });

  test('that was queued before an erasure brings nobody back', async () => {
    const queued = { request: asking(), requestId: 'before', askedAt: now };
    const { id } = { id: await addresses.subscriberId(email) };
    pass(60_000);
    await subscribers.remove(id);
    pass(60_000);
    expect(await sendNotice(queued, ports)).toBe('nobody');
    expect([await subscribers.find(id), outbox]).toEqual([undefined, []]);
    expect(await sendNotice({ ...queued, requestId: 'after', askedAt: now }, ports)).toBe('mailed');
    expect(await sendNotice(queued, ports)).toBe('nobody');
  });

  test.each(['bounce', 'complaint'] as const)(
    'after a %s asks once more, and leaves the suppression until it is confirmed',
    async (suppressedFor) => {
      await given({ status: 'suppressed', suppressedFor, suppressedAt: now.toISOString() });
      expect(await handle(asking())).toBe('mailed');
      expect(await known()).toMatchObject({ status: 'suppressed', suppressedFor });
    },
  );
});

describe('a request that is delivered again', () => {
  test('after its mail is out does nothing', async () => {
    expect([await handle(asking(), 'm-1'), await handle(asking(), 'm-1')]).toEqual(['mailed', 'mailed']);
    expect(outbox).toHaveLength(1);
  });

  test.each(['throttled', 'closed', 'unavailable'] as const)(
    'because SES was %s sends the mail with the same subscriptionVersion, and counts against no limit',
    async (outcome) => {
      answers = Array.from({ length: 12 }, (): MailOutcome => ({ outcome, reason: 'later' }));
      for (let attempt = 0; attempt < 12; attempt += 1) expect(await handle(asking(), 'm-2')).toBe(outcome);
      const { subscriptionVersion } = (await known()) ?? {};
      expect(await handle(asking(), 'm-2')).toBe('mailed');
      expect(await known()).toMatchObject({ subscriptionVersion, confirmationMails: 1 });
      expect(outbox).toHaveLength(1);
    },
  );

  test('counts once, however often the sender dies between counting and writing', async () => {
    const askedAt = now;
    const failing = { ...subscribers, change: () => Promise.reject(new Error('killed')) };
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const request = sendNotice({ request: asking(), requestId: 'm-8', askedAt }, { ...ports, subscribers: failing });
      await expect(request).rejects.toThrow('killed');
      pass(60_000);
    }
    expect(await sendNotice({ request: asking(), requestId: 'm-8', askedAt }, ports)).toBe('mailed');
  });

  test('because the sender died between the write and the mail is not lost', async () => {
    answers = [new Error('killed')];
    await expect(handle(asking(), 'm-3')).rejects.toThrow('killed');
    pass(LEASE_MS);
    expect(await handle(asking(), 'm-3')).toBe('mailed');
    expect(await known()).toMatchObject({ confirmationMails: 1 });
    expect(outbox).toHaveLength(1);
  });

  test('because the answer of SES is lost is not mailed before the lease has ended, nor raises the subscription version', async () => {
    answers = [{ outcome: 'unknown', reason: 'TimeoutError' }];
    expect(await handle(asking(), 'm-6')).toBe('held');
    const { subscriptionVersion } = (await known()) ?? {};
    pass(LEASE_MS - 1);
    expect(await handle(asking(), 'm-6')).toBe('held');
    pass(1);
    expect(await handle(asking(), 'm-6')).toBe('mailed');
    expect(await known()).toMatchObject({ subscriptionVersion, confirmationMails: 1 });
  });

  test('after an SES event about its mail does nothing, even if its sender was killed before recording it', async () => {
    answers = [{ outcome: 'unknown', reason: 'killed' }];
    await handle(asking(), 'm-7');
    const { id = '' } = (await known()) ?? {};
    const mail = { messageId: 'ses-7', acceptedAt: now.toISOString(), subscriberId: id, request: 'm-7' };
    const feedback = {
      deliveries: deliveryTable(documents, 'deliveries'),
      notices: noticeFeedback(documents, 'limits'),
    };
    await applyFeedback({ kind: 'sent', at: mail.acceptedAt, mail }, { ...feedback, subscribers });
    pass(LEASE_MS);
    expect(await handle(asking(), 'm-7')).toBe('mailed');
    expect(outbox).toEqual([]);
  });

  test('to two senders at once raises the subscription version once and mails once', async () => {
    const outcomes = await Promise.all([handle(asking(), 'm-4'), handle(asking(), 'm-4')]);
    expect(outcomes).toContain('mailed');
    expect(await known()).toMatchObject({ confirmationMails: 1 });
    expect(outbox).toHaveLength(1);
  });

  test('returns to the queue alone, without the rest of its batch', async () => {
    const message = (id: string, body: string) => ({ id, body, sentAt: start, receiveCount: 1, visibleAt: 0 });
    answers = [{ outcome: 'throttled', reason: 'later' }];
    const event = queueEvent([
      message('first', noticeMessage(asking())),
      message('second', noticeMessage(asking({ email: `other${number}@host.example` }))),
      message('third', '{"kind":"confirmation","email":"secret@host.example"}'),
    ]);
    const failed = (await sendBatch(event, ports)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    expect(failed).toHaveLength(2);
    expect(failed).toContain('third');
    expect(outbox).toHaveLength(1);
  });
});

test('an address that SES refuses for good is dropped and counted, and is no error', async () => {
  answers = [{ outcome: 'rejected', reason: 'MessageRejected' }];
  expect([await handle(asking(), 'm-5'), await handle(asking(), 'm-5')]).toEqual(['unreachable', 'mailed']);
  expect([outbox, counted]).toEqual([[], [metricNames.noticesUnreachable]]);
});

describe('a goodbye', () => {
  test('says until when it can be undone', async () => {
    await given({ status: 'unsubscribed', endedAt: now.toISOString(), subscriptionVersion: 4 });
    const subscriberId = await addresses.subscriberId(email);
    expect(await handle({ kind: 'goodbye', subscriberId, subscriptionVersion: 4 })).toBe('mailed');
    expect(outbox[0]?.mail.text).toContain('/unsubscribe/undo?t=');
  });

  test('is not sent to somebody who has come back, or was erased', async () => {
    await given({ subscriptionVersion: 4 });
    const subscriberId = await addresses.subscriberId(email);
    expect(await handle({ kind: 'goodbye', subscriberId, subscriptionVersion: 4 })).toBe('nobody');
    expect(await handle({ kind: 'goodbye', subscriberId: 'erased', subscriptionVersion: 4 })).toBe('nobody');
  });
});

test('nine sign-ups, a link request for an address, and a tenth sign-up do not reveal whether it subscribes', async () => {
  const tenthIs = async (isSubscribed: boolean, ip: string) => {
    const target = `target${isSubscribed}${number}@host${number}.example`;
    if (isSubscribed) await subscribers.put(aSubscriber({ id: await addresses.subscriberId(target), email: target }));
    for (let index = 0; index < 8; index += 1)
      await handle(asking({ email: `own${index}@${isSubscribed}${number}.example`, ip }));
    await handle({ kind: 'link', email: target, ip });
    return [
      await handle(asking({ email: `ninth@${isSubscribed}${number}.example`, ip })),
      await handle(asking({ email: `tenth@${isSubscribed}${number}.example`, ip })),
    ];
  };
  expect(await tenthIs(true, '203.0.113.1')).toEqual(await tenthIs(false, '203.0.113.2'));
});

test('leaving and returning without end brings one goodbye a day, and three in 90 days', async () => {
  const id = await addresses.subscriberId(email);
  for (let day = 0; day < 6; day += 1) {
    for (let loop = 0; loop < 5; loop += 1) {
      await given({ status: 'unsubscribed', endedAt: now.toISOString(), subscriptionVersion: 4 });
      await handle({ kind: 'goodbye', subscriberId: id, subscriptionVersion: 4 });
    }
    expect(outbox).toHaveLength(Math.min(day + 1, 3));
    pass(24 * 3_600_000);
  }
});

describe('settings links', () => {
  flooded('reach a subscriber when strangers have used up the budget of their domain and the common one', async () => {
    await given({});
    for (let index = 0; index < 600; index += 1) {
      const site = index < 150 ? `host${number}.example` : `town${index}-${number}.example`;
      await handle(asking({ email: `stranger${index}@${site}`, ip: `10.9.${index % 200}.${index}` }));
    }
    expect(counted).toContain(metricNames.confirmationsRefused);
    outbox = [];
    expect(await handle({ kind: 'link', email, ip: '192.0.2.200' })).toBe('mailed');
  });
});

describe('bombing', () => {
  flooded('of 10,000 addresses from 100 networks stops at 500 mails an hour', async () => {
    const requests = Array.from({ length: 10_000 }, (_, index) =>
      asking({ email: `victim${index}@town${index % 997}.example`, ip: `198.51.100.${index % 100}` }),
    );
    for (let index = 0; index < requests.length; index += 50)
      await Promise.all(requests.slice(index, index + 50).map((request) => handle(request)));
    expect(outbox).toHaveLength(500);
    expect(counted.filter((name) => name === metricNames.confirmationsRefused)).toHaveLength(500);
    expect(counted.filter((name) => name === metricNames.requestsOverLimit)).toHaveLength(9_000);
  });

  flooded('of one address from 1,000 networks brings it one mail in 24 hours, and three ever', async () => {
    for (let day = 0; day < 6; day += 1) {
      for (let index = 0; index < 167; index += 1) await handle(asking({ ip: `10.${day}.${index}.1` }));
      expect(outbox).toHaveLength(Math.min(day + 1, 3));
      now = new Date(now.getTime() + 24 * 3_600_000);
    }
  });

  test('of one mailbox under many names stops at one mail a day', async () => {
    for (let index = 0; index < 30; index += 1)
      await handle(asking({ email: `d.e.sk+${index}@host${number}.example`, ip: `10.0.0.${index}` }));
    expect(outbox).toHaveLength(1);
  });

  test('of one domain stops at a hundred mails an hour', async () => {
    for (let index = 0; index < 130; index += 1)
      await handle(asking({ email: `a${index}@town${number}.example`, ip: `10.0.0.${index}` }));
    expect(outbox).toHaveLength(100);
  });

  test('from one household with many IPv6 addresses stops at ten mails an hour', async () => {
    for (let index = 0; index < 30; index += 1)
      await handle(
        asking({ email: `a@far${number}-${index}.example`, ip: `2001:db8:${number}::${index.toString(16)}` }),
      );
    expect(outbox).toHaveLength(10);
  });

  test('of an active subscriber with links to their settings stops at three a day', async () => {
    await given({});
    for (let index = 0; index < 20; index += 1) await handle({ kind: 'link', email, ip: `10.0.0.${index}` });
    expect(outbox).toHaveLength(3);
  });
});

test('no counter of requests names an address', async () => {
  await handle(asking());
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'limits' }));
  expect(JSON.stringify(Items)).not.toMatch(/@|203\.0\.113|host\d/);
});
