import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedSes } from '../../cli/local/embedded-ses.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const start = new Date('2024-01-05T00:00:00Z');
const preferences = preferencesWith({ hour: 0, sendEmpty: true });
const hearsNow = { preferences, coveredThrough: '2024-01-04', scheduledSince: start.toISOString() } as const;
const on = '2024-01-05';

const accepted = (subscriber: string) => ({
  messageId: `m-${subscriber}`,
  source: 'jubilee@example.org',
  destinations: ['desk@ministry.example'],
  tags: { subscriber, digest: on },
  configurationSet: 'jubilee',
  receivedAt: start.toISOString(),
});

describe('on this machine', () => {
  let stack: LocalStack;
  const people = {
    gone: 'bounce@simulator.amazonses.com',
    angry: 'complaint@simulator.amazonses.com',
    listed: 'suppressionlist@simulator.amazonses.com',
    glad: 'success@simulator.amazonses.com',
  };

  beforeAll(async () => {
    stack = await localStack({ folder: await temporaryFolder(), port: 0, now: () => new Date(), onError: () => {} });
    for (const [id, email] of Object.entries(people))
      await stack.subscribers.put(aSubscriber({ id, email, ...hearsNow }));
    await stack.plan(start);
    await stack.drained();
  });
  afterAll(() => stack.close());

  test.each([
    ['gone', 'suppressed', 'bounce'],
    ['listed', 'suppressed', 'bounce'],
    ['angry', 'suppressed', 'complaint'],
    ['glad', 'active', undefined],
  ])('the outcome of a mail to %s goes from SES to the subscriber, who is %s', async (id, status, suppressedFor) => {
    await expect
      .poll(async () => pick(await stack.subscribers.find(id)), { timeout: 600_000 })
      .toEqual({ status, suppressedFor });
  });

  test.each(['angry', 'glad'])('the delivery to %s was sent and is recorded as delivered', async (id) => {
    await expect
      .poll(() => stack.deliveries.find({ subscriberId: id, on }), { timeout: 600_000 })
      .toMatchObject({ status: 'sent', deliveredAt: expect.any(String) });
  });
});

test.each<DeliveryStatus>(['claimed', 'unconfirmed'])(
  'a digest that SES accepted before the process was killed, and that is %s, is not sent again by the next',
  async (status) => {
    const folder = await temporaryFolder();
    const settings = { folder, port: 0, onError: () => {} };
    const before = await localStack({ ...settings, now: () => start });
    await before.subscribers.put(aSubscriber({ id: 'reached', ...hearsNow }));
    await before.subscribers.put(aSubscriber({ id: 'waiting', ...hearsNow }));
    for (const subscriberId of ['reached', 'waiting']) {
      await before.deliveries.acquire({ subscriberId, on, coverage: { from: on, through: on } }, start);
      if (status === 'unconfirmed') await before.deliveries.markUnconfirmed({ subscriberId, on }, start);
    }
    await before.close();
    await (await openMailStore(join(folder, 'mails'))).keep(Buffer.from('Subject: x\r\n\r\n'), accepted('reached'));

    const anHourLater = start.getTime() + 3_600_000;
    const after = await localStack({ ...settings, now: () => new Date(anHourLater) });
    expect((await after.deliveries.find({ subscriberId: 'reached', on }))?.status).toBe('sent');
    await after.plan(start);
    await after.drained();
    expect(after.mails.all().map(({ tags }) => tags.subscriber)).toEqual(['reached', 'waiting']);
    await after.close();
  },
);

test('the embedded SES publishes unfinished events again, and no others', async () => {
  const folder = await temporaryFolder();
  const mails = await openMailStore(folder);
  for (const subscriber of ['s-1', 's-2']) await mails.keep(Buffer.from('Subject: x\r\n\r\n'), accepted(subscriber));
  const told: string[] = [];
  const start = async (onEvent: (event: SesEvent) => unknown) => {
    const ses = await embeddedSes({ mails: await openMailStore(folder), now: () => new Date(), onEvent });
    await ses.close();
  };
  const dies = async ({ eventType, mail }: SesEvent) => {
    if (mail.messageId === 'm-s-2' && eventType === 'Delivery') throw new Error('killed');
  };
  await expect(start(dies)).rejects.toThrow('killed');
  await start(async ({ eventType, mail }) => told.push(`${eventType} ${mail.messageId}`));
  await start(async () => told.push('again'));
  expect(told).toEqual(['Send m-s-2', 'Delivery m-s-2']);
});

function pick(subscriber: Subscriber | undefined) {
  return { status: subscriber?.status, suppressedFor: subscriber?.suppressedFor };
}
