import { expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { watermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { aSubscriber } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';
import { bounceEvent, deliveryEvent } from '../support/ses-events.ts';

// SES publishes out-of-office answers as bounces (Transient/General or Undetermined/Undetermined) after the Delivery of the same mail.

logger.setLogLevel('SILENT');
const documents = await localTables();
const now = () => new Date('2024-08-05T01:00:00Z');
const subscribers = subscriberTable(documents, 'subscribers', now);
const deliveries = deliveryTable(documents, 'deliveries');
const heard: boolean[] = [];
const ports = {
  subscribers,
  deliveries,
  notices: noticeFeedback(documents, 'limits'),
  brakes: brakeTables(documents, 'limits'),
  watermark: watermarkTable(documents, 'limits'),
  tellBrake: (isOn: boolean) => heard.push(isOn),
  now,
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
    ports,
  );

const kinds = [
  ['Transient', 'General'],
  ['Undetermined', 'Undetermined'],
] as const;
const digestDays = ['2024-01-05', '2024-01-12', '2024-01-19', '2024-01-26'] as const;

for (const kind of kinds)
  for (const order of ['after', 'before'] as const)
    test(`digests that were delivered and answered by a machine do not end a subscription: ${kind}, published ${order} the delivery`, async () => {
      const id = `s-${kind[0]}-${order}`;
      await subscribers.put(aSubscriber({ id }));
      for (const on of digestDays) {
        const coverage = { from: on, through: on };
        await deliveries.acquire({ subscriberId: id, on, coverage }, new Date(`${on}T00:00:01Z`));
        const mail = {
          tags: { subscriber: id, digest: on },
          messageId: `m-${id}-${on}`,
          timestamp: `${on}T00:00:02.000Z`,
        };
        const events = [deliveryEvent(mail, `${on}T00:00:03.000Z`), bounceEvent(kind, mail, `${on}T00:00:05.000Z`)];
        for (const event of order === 'after' ? events : events.toReversed()) await told([event]);
      }
      expect(await subscribers.find(id)).toEqual(aSubscriber({ id }));
    });

test('20 of 1,000 readers with an out-of-office answer do not stop the mails of all', async () => {
  for (let batch = 0; batch < 100; batch += 1) {
    const mails = Array.from({ length: 10 }, (_, index) => ({
      tags: { subscriber: `x-${batch}-${index}`, notice: 'preferences' },
      messageId: `n-${batch}-${index}`,
      timestamp: '2024-08-05T00:00:02.000Z',
    }));
    await told(mails.map((mail) => deliveryEvent(mail, '2024-08-05T00:00:03.000Z')));
    if (batch < 2)
      await told(mails.map((mail) => bounceEvent(['Transient', 'General'], mail, '2024-08-05T00:00:09.000Z')));
  }
  expect(heard.at(-1)).toBe(false);
  const permanent = Array.from({ length: 21 }, (_, index) =>
    bounceEvent(['Permanent', 'General'], {
      tags: { subscriber: `y-${index}`, notice: 'preferences' },
      messageId: `y-${index}`,
    }),
  );
  await told(permanent);
  expect(heard.at(-1)).toBe(true);
});
