import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { localQueue } from '../../cli/local/local-queue.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { aSubscriber } from './builders.ts';

/** A process that stores without end in the folder given, and says the number of each round once all of it is stored. */
const folder = process.argv[2] ?? '';
const { url } = await embeddedDynamoDb({ folder: join(folder, 'tables') });
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint: url }));
const subscribers = subscriberTable(client, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
const now = () => new Date('2024-01-05T00:00:00Z');
const queue = await localQueue({
  folder: join(folder, 'queue'),
  bodyOf: digestMessage,
  now,
  visibilityMs: 30_000,
  maxReceives: 3,
});
const mails = await openMailStore(join(folder, 'mails'));

for (let round = 0; ; round += 1) {
  const id = `s-${round}`;
  await Promise.all([
    subscribers.put(aSubscriber({ id })),
    queue.send([
      {
        subscriberId: id,
        subscriptionVersion: 1,
        on: '2024-01-05',
        coverage: { from: '2024-01-05', through: '2024-01-05' },
      },
    ]),
    mails.keep(Buffer.from(`Subject: ${id}\r\n\r\n${'.'.repeat(50_000)}`), {
      messageId: id,
      source: 'alerts@example.org',
      destinations: ['desk@ministry.example'],
      tags: {},
      receivedAt: now().toISOString(),
    }),
  ]);
  await queue.receive();
  process.stdout.write(`${round}\n`);
}
