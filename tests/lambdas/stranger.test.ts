import { expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import { planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { planReminders } from '../../lambdas/digest-planner/plan-reminders.ts';
import { sendBatch as sendDigests } from '../../lambdas/digest-sender/send-batch.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { sendBatch as sendNotices } from '../../lambdas/notice-sender/send-batch.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';
import { paths } from '../../src/web/paths.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { localSes } from '../support/local-ses.ts';
import { aSite } from '../support/site.ts';

/** A small account, so that a flood would use it up; fast, because the clock of the test stands still while mails leave. */
const quota = { perSecond: 1_000_000, perDay: 1_000 };

const reader = 'reader@ministry.example';
const preferences = preferencesWith({ hour: 8, sendEmpty: true });

/**
 * The product with its brakes, its quota and its feedback, one mail short of judging either brake, and a subscriber who
 * gets a digest every morning. Addresses that begin with "dead" bounce. `hasOneBrake` plants a fault: all mails count for
 * one brake.
 */
async function theProduct({ hasOneBrake = false } = {}) {
  const site = await aSite();
  const { documents, now, subscribers, deliveries, links } = site;
  const published: SesEvent[] = [];
  const ses = await localSes({ now, quota, onEvent: (event) => published.push(fated(event)) });
  const relations = relationsTable(documents, 'relations');
  const brakes = brakeTables(documents, 'limits');
  for (const brake of [brakes.confirmed, brakes.unconfirmed])
    await brake.count({ mails: 999, bounces: 0, complaints: 0 }, now());
  const counting = hasOneBrake ? { ...brakes, unconfirmed: brakes.confirmed } : brakes;
  const sending = {
    ...sendingParts({
      documents,
      sesClient: ses.client,
      sesQuotaClient: ses.client,
      tables: { subscribers: 'subscribers', limits: 'limits' },
      from: 'jubilee@example.org',
      configurationSet: 'c',
      siteUrl: 'https://jubilee.example',
      links,
      now,
    }),
    waitUntil: async () => {},
    postpone: async () => {},
  };
  const id = await site.addresses.subscriberId(reader);
  await subscribers.put(aSubscriber({ id, email: reader, preferences, confirmedAt: '2024-01-01T00:00:00.000Z' }));

  async function deliver(): Promise<void> {
    const messages = site.queued.splice(0).map((message) => ({ ...message, receiveCount: 1, visibleAt: 0 }));
    for (let index = 0; index < messages.length; index += 10)
      await sendNotices(queueEvent(messages.slice(index, index + 10)), { ...site.noticePorts, ...sending });
    await hear();
  }

  async function hear(): Promise<void> {
    const told = published.splice(0).map((event, index) => aMessage(String(index), JSON.stringify(event)));
    const ports = { subscribers, deliveries, notices: noticeFeedback(documents, 'limits'), now };
    const { watermark } = sending;
    for (let index = 0; index < told.length; index += 10)
      await applyBatch(queueEvent(told.slice(index, index + 10)), {
        ...ports,
        watermark,
        brakes: counting,
        tellBrake: () => {},
      });
  }

  async function morning(): Promise<number> {
    const tick = now();
    await planReminders(onlyTick(tick), site);
    const planned: PlannedDigest[] = [];
    const queue = { send: async (digests: readonly PlannedDigest[]) => void planned.push(...digests) };
    for await (const _page of planDigests(onlyTick(tick), {
      subscribers,
      dueFacts: dueFacts(relations),
      queue,
    }));
    const event = queueEvent(planned.map((digest, index) => aMessage(String(index), digestMessage(digest))));
    await sendDigests(event, {
      ...sending,
      deliveries,
      isFeedbackGivenUp: async () => false,
      sources: relations.sources,
      dueFacts: dueFacts(relations),
    });
    await deliver();
    const today = tick.toISOString().slice(0, 10);
    return ses.mails.all().filter(({ tags }) => tags.subscriber === id && tags.digest === today).length;
  }

  return { ...site, ses, brakes, id, deliver, morning };
}

function aMessage(id: string, body: string) {
  return { id, body, sentAt: 0, receiveCount: 1, visibleAt: 0 };
}

function fated(event: SesEvent): SesEvent {
  if (event.eventType !== 'Delivery' || !event.mail.destination[0]?.startsWith('dead')) return event;
  const bounce = { bounceType: 'Permanent', bounceSubType: 'General', timestamp: event.mail.timestamp };
  return { eventType: 'Bounce', mail: event.mail, bounce };
}

type Product = Awaited<ReturnType<typeof theProduct>>;
type Attack = (product: Product, day: number) => unknown;

const from = (ip: string) => ({ 'x-test-ip': ip });
const signUp = ({ postJson }: Product, email: string, ip: string, wishes: object = {}) =>
  postJson('/v1/subscriptions', { email, ...wishes }, from(ip));
const askForLink = ({ postJson }: Product, email: string, ip: string) =>
  postJson('/v1/subscriptions/link', { email }, from(ip));
const many = (count: number) => Array.from({ length: count }, (_, index) => index);

const attacks: Readonly<Record<string, Attack>> = {
  'signs up as an address that complains': (product, day) =>
    signUp(product, `complaint+${day}@simulator.amazonses.com`, `192.0.2.${day}`),
  'signs up as an address that bounces': (product, day) =>
    signUp(product, `bounce+${day}@simulator.amazonses.com`, `192.0.2.${day}`),
  'signs up 20 dead addresses from two networks': async (product, day) => {
    for (const index of many(20)) await signUp(product, `dead${index}-${day}@town.example`, `198.51.100.${index % 2}`);
  },
  'floods the form from 100 networks': async (product, day) => {
    for (const index of many(300))
      await signUp(product, `v${index}-${day}@town${index % 90}.example`, `203.0.113.${index % 100}`);
  },
  'floods the form from one IPv6 site': async (product, day) => {
    for (const index of many(120)) await signUp(product, `w${index}-${day}@town.example`, `2001:db8:1:${index}::1`);
  },
  'asks for settings links of the reader': async (product, day) => {
    for (const index of many(40)) await askForLink(product, reader, `10.${day}.0.${index}`);
  },
  'signs up as the reader, with other wishes and under other names of the mailbox': async (product, day) => {
    const wishes = { hour: 23, timeZone: 'Pacific/Chatham', language: 'ru' };
    for (const index of many(20)) {
      await signUp(product, reader.toUpperCase(), `10.${day}.1.${index}`, wishes);
      await signUp(product, reader.replace('@', `+${index}@`), `10.${day}.2.${index}`, wishes);
    }
  },
  'chooses every hour of many zones': async (product, day) => {
    const zones = Intl.supportedValuesOf('timeZone').slice(0, 40);
    for (const [index, timeZone] of zones.entries())
      await signUp(product, `z${index}-${day}@zone${index}.example`, `10.${day}.3.${index}`, {
        timeZone,
        hour: index % 24,
      });
    expect(await product.subscribers.zoneHours()).toHaveLength(1);
  },
  'previews in many zones': async (product) => {
    for (const index of many(60))
      await product.postJson(paths.preview, { timeZone: index % 2 ? 'UTC' : 'Asia/Tokyo', hour: index % 24 });
  },
  'fills in the decoy': async (product, day) => {
    for (const index of many(30))
      await signUp(product, `d${index}@town.example`, `10.${day}.4.${index}`, { website: 'https://spam.example' });
  },
  'forges links of the reader': async ({ postForm, app, id }) => {
    const token = ['aaaaaa', id, 1, 0, 'x'.repeat(43)].join('.');
    for (const path of [paths.unsubscribe, paths.undoUnsubscribe, paths.erase, paths.preferences])
      await postForm(path, { t: token });
    await app.request('/v1/subscriptions/me', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  },
  'opens links of a forwarded digest as a mail gateway does': async ({ app, id, links, now }) => {
    const bearer = { subscriberId: id, subscriptionVersion: 1 };
    for (const method of ['GET', 'HEAD'])
      await app.request(`${paths.unsubscribe}?t=${links.sign('unsubscribe', bearer, now())}`, { method });
  },
  'leaves and returns without end by a link of somebody else': async (product, day) => {
    const { subscribers, addresses, links, now, postForm } = product;
    const other = await addresses.subscriberId('other@ministry.example');
    const bearer = { subscriberId: other, subscriptionVersion: 1 };
    const known = { id: other, email: 'other@ministry.example', preferences, confirmedAt: '2024-01-01T00:00:00.000Z' };
    if (day === 0) await subscribers.put(aSubscriber(known));
    for (const purpose of many(20).flatMap(() => ['unsubscribe', 'undo'] as const)) {
      const path = purpose === 'undo' ? paths.undoUnsubscribe : paths.unsubscribe;
      await postForm(path, { t: links.sign(purpose, bearer, now()) });
    }
    await product.deliver();
    const goodbyes = product.ses.mails.all().filter(({ tags }) => tags.notice === 'goodbye');
    expect(goodbyes.length).toBeLessThanOrEqual(Math.min(day + 1, 3));
  },
};

/** Three days of it; how many digests came on the morning of each. */
async function digestsDuring(attack: Attack, product: Product): Promise<number[]> {
  const digests: number[] = [];
  for (let day = 0; day < 3; day += 1) {
    product.setTime(`${addDays('2024-01-02', day)}T07:30:00Z`);
    await attack(product, day);
    await product.deliver();
    product.setTime(`${addDays('2024-01-02', day)}T08:00:00Z`);
    digests.push(await product.morning());
  }
  return digests;
}

test.each(Object.entries(attacks))('digests go out on time while a stranger %s', async (_how, attack) => {
  const product = await theProduct();
  expect(await digestsDuring(attack, product)).toEqual([1, 1, 1]);
  expect(await product.subscribers.find(product.id)).toMatchObject({ status: 'active', preferences });
  expect(await product.brakes.confirmed.isOn(product.now())).toBe(false);
  const toStrangers = product.ses.mails
    .all()
    .filter(({ tags: { notice } }) => notice === 'confirmation' || notice === 'reminder');
  expect(toStrangers.length).toBeLessThanOrEqual(3 * quota.perDay * 0.05);
});

test.each(['signs up as an address that complains', 'signs up 20 dead addresses from two networks'])(
  'with one brake for all mails the same test would notice that digests stop while a stranger %s',
  async (how) => {
    const digests = await digestsDuring(attacks[how] ?? (() => {}), await theProduct({ hasOneBrake: true }));
    expect(digests).toContain(0);
  },
);
