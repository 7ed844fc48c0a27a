import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { embeddedSes } from '../../cli/local/embedded-ses.ts';
import { localVariables } from '../../cli/local/local-account.ts';
import { localQueue } from '../../cli/local/local-queue.ts';
import type { KeptMail, MailStore } from '../../cli/local/mail-store.ts';
import { consume } from '../../cli/local/queue-consumer.ts';
import type { QueueEvent } from '../../cli/local/queue-event.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import type { SesQuota } from '../../cli/local/ses-rules.ts';
import { type BatchPorts, sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { writeBatches } from '../../src/adapters/batch-write.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { brakedMailer } from '../../src/adapters/braked-mailer.ts';
import { newSesQuotaClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { departures } from '../../src/adapters/departures.ts';
import { digestMessage } from '../../src/adapters/digest-queue.ts';
import { keptDays } from '../../src/adapters/kept-days.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { type MailOutcome, mailer } from '../../src/adapters/mailer.ts';
import { noticeFeedback } from '../../src/adapters/notice-feedback.ts';
import { paceTable } from '../../src/adapters/pace-table.ts';
import { relationsSeed } from '../../src/adapters/relations-seed.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { sendQuota } from '../../src/adapters/send-quota.ts';
import { subscriberRow } from '../../src/adapters/subscriber-rows.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { waitUntilBy } from '../../src/adapters/wait-until.ts';
import { countConsumed } from '../consumed.ts';
import { sources, states, timelines } from '../real-data.ts';
import type { Due } from './crowd.ts';

/** As the stack deploys them: senders, and digests for each at once. */
export const SENDERS = 4;
const BATCH_SIZE = 50;

/** What sending is measured in: embedded DynamoDB with the whole dataset, embedded SES that keeps its mails in memory, a queue in files. */
export async function sendingWorld({ folder, quota }: { readonly folder: string; readonly quota: SesQuota }) {
  const now = () => new Date();
  const events: SesEvent[] = [];
  const dynamoDb = await embeddedDynamoDb();
  const mails = mailsInMemory();
  const ses = await embeddedSes({ mails, now, quota, onEvent: (event) => events.push(event) });
  Object.assign(process.env, localVariables({ dynamoDb: dynamoDb.url, ses: ses.url, lambda: ses.url, services: ses.url }));
  const { documents, ses: sesClient } = patientClients();
  await relationsSeed(documents, 'relations').seed(timelines, sources, { states: [...states.values()] });
  const queue = await localQueue({
    folder: join(folder, randomUUID()),
    bodyOf: digestMessage,
    now,
    visibilityMs: 600_000,
    maxReceives: 10,
  });
  const outcomes = new Map<MailOutcome['outcome'], number>();
  const { handle, ports } = sender({ documents, sesClient, postpone: queue.postpone, outcomes });

  return {
    documents,
    mails,
    events,
    outcomes,
    consumed: () => countConsumed(documents),
    feedbackPorts: { ...ports, notices: noticeFeedback(documents, 'limits'), tellBrake: () => {} },

    /** Writes the subscribers and fills the queue. */
    async prepare(crowd: readonly Due[]): Promise<void> {
      const puts = crowd.map(({ subscriber }) => ({ PutRequest: { Item: present(subscriberRow(subscriber)) } }));
      await writeBatches({ documentClient: documents, tableName: 'subscribers' }, puts);
      await queue.send(crowd.map(({ digest }) => digest));
    },

    /** Sends all that is queued, as the deployed senders do: each has a batch in hand, and takes the next when it is through. */
    async send(onProgress: (sent: number) => void = () => {}): Promise<void> {
      const stops = Array.from({ length: SENDERS }, () => consume(queue, handle, fail, BATCH_SIZE));
      const told = setInterval(() => onProgress(mails.all().length), 500);
      await queue.drained();
      clearInterval(told);
      await Promise.all(stops.map((stop) => stop()));
    },

    async close(): Promise<void> {
      await ses.close();
      await dynamoDb.close();
    },
  };
}

type Sending = Pick<BatchPorts, 'postpone'> & {
  readonly documents: DynamoDBDocumentClient;
  readonly sesClient: SESClient;
  readonly outcomes: Map<MailOutcome['outcome'], number>;
};

function sender({ documents, sesClient, postpone, outcomes }: Sending) {
  const now = () => new Date();
  const relations = relationsTable(documents, 'relations');
  const daysOfBatch = keptDays(relations);
  const brake = brakeTable(documents, 'limits');
  const from = { name: 'Jubilee', address: 'jubilee@example.org' };
  const ses = brakedMailer(mailer(sesClient, { from, configurationSet: 'jubilee' }), brake, now);
  const ports = {
    subscribers: subscriberTable(documents, 'subscribers'),
    deliveries: deliveryTable(documents, 'deliveries'),
    mailer: {
      send: async (mail: Parameters<typeof ses.send>[0]) => {
        const answer = await ses.send(mail);
        outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1);
        return answer;
      },
    },
    links: linkSigner({ current: 'a key that signs nothing but measurements', earlier: [] }),
    siteUrl: 'https://jubilee.example',
    domain: 'example.org',
    departures: departures({
      quota: sendQuota(newSesQuotaClient(), now),
      pace: paceTable(documents, 'limits'),
      brake,
      now,
    }),
    waitUntil: waitUntilBy(now),
    postpone,
    brake,
    now,
  };
  /** As the deployed handler: what a batch needs of the dataset is read once for it. */
  const handle = (event: QueueEvent) => {
    let read: ReturnType<BatchPorts['sources']> | undefined;
    const sources: BatchPorts['sources'] = () => {
      read ??= relations.sources();
      return read;
    };
    return sendBatch(event, { ...ports, timelinesDue: timelinesDue(daysOfBatch()), sources });
  };
  return { handle, ports };
}

/** Without time-outs: here the senders, SES and DynamoDB share a machine, and one waits while the others compute. */
function patientClients() {
  const marshallOptions = { removeUndefinedValues: true };
  return {
    documents: DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions }),
    ses: new SESClient({ maxAttempts: 1 }),
  };
}

/** What the embedded SES accepted, and when; its files would measure the disk. */
function mailsInMemory(): MailStore {
  const kept: KeptMail[] = [];
  return {
    keep: async (_raw, details) => {
      const mail = { id: String(kept.length + 1).padStart(8, '0'), ...details };
      kept.push(mail);
      return mail;
    },
    all: () => kept,
    find: (id) => kept.find((mail) => mail.id === id),
    untold: () => [],
    markTold: async () => {},
    raw: async () => Buffer.alloc(0),
  };
}

function present(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function fail(error: unknown): never {
  throw error;
}
