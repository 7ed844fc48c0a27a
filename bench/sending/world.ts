import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { embeddedSes } from '../../cli/local/embedded-ses.ts';
import { localVariables } from '../../cli/local/local-account.ts';
import { localQueue } from '../../cli/local/local-queue.ts';
import type { KeptMail, MailStore } from '../../cli/local/mail-store.ts';
import { type Consumer, consume } from '../../cli/local/queue-consumer.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import type { SesQuota } from '../../cli/local/ses-rules.ts';
import { writeBatches } from '../../src/adapters/dynamodb/batch-write.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { subscriberRow } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import type { Postpone } from '../../src/adapters/sqs/message-queue.ts';
import { sources, states, timelines } from '../real-data.ts';
import type { Due } from './crowd.ts';
import { patientDocumentClient } from './sender.ts';

/** The deployed settings: the number of senders, and the digests per batch. */
export const SENDERS = 2;

/** Returns the senders that docs/deploy.md advises for a rate of SES: one per 20 mails a second. */
export const sendersFor = (perSecond: number): number => Math.max(SENDERS, Math.ceil(perSecond / 20));

const BATCH_SIZE = 50;

/** Starts the environment of a measurement: embedded DynamoDB with the whole dataset, embedded SES with mails in memory, and a queue in files. */
export async function sendingWorld({ folder, quota }: { readonly folder: string; readonly quota: SesQuota }) {
  const now = () => new Date();
  const events: SesEvent[] = [];
  const dynamoDb = await embeddedDynamoDb();
  const mails = mailsInMemory();
  const ses = await embeddedSes({ mails, now, quota, onEvent: (event) => events.push(event) });
  const urls = { dynamoDb: dynamoDb.url, ses: ses.url, lambda: ses.url, services: ses.url };
  Object.assign(process.env, localVariables(urls));
  const documents = patientDocumentClient();
  await relationsSeed(documents, 'relations').seed(timelines, sources, { states });
  const queue = await localQueue({
    folder: join(folder, randomUUID()),
    bodyOf: digestMessage,
    now,
    visibilityMs: 600_000,
    maxReceives: 10,
  });

  return {
    documents,
    mails,
    events,
    postpone: queue.postpone,

    /** Writes the subscribers and fills the queue. */
    async prepare(crowd: readonly Due[]): Promise<void> {
      const puts = crowd.map(({ subscriber }) => ({ PutRequest: { Item: subscriberRow(subscriber) } }));
      await writeBatches({ documentClient: documents, tableName: 'subscribers' }, puts);
      await queue.send(crowd.map(({ digest }) => digest));
    },

    /** Sends everything queued, with one batch at a time per sender. */
    async send(senders: readonly Consumer[], onProgress: (sent: number) => void = () => {}): Promise<void> {
      const stops = senders.map((handle) => consume(queue, handle, fail, BATCH_SIZE));
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

/** Starts a sender in a process of its own, and passes it one batch at a time. */
export function senderProcess(postpone: Postpone) {
  const process = fork(new URL('sender-process.ts', import.meta.url));
  const handle: Consumer = async (event) => {
    process.send(event);
    for await (const [said] of on(process, 'message')) {
      if ('answer' in said) return said.answer;
      await postpone(said.postpone, said.postpone.ms);
    }
  };
  async function usage(): Promise<{ readonly cpuMs: number; readonly memoryMb: number }> {
    process.send('usage');
    const [{ usage }] = await once(process, 'message');
    return usage;
  }
  return { handle, usage, end: () => process.kill() };
}

/** Creates an in-memory store of accepted mails and times, as files would measure the disk. */
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

function fail(error: unknown): never {
  throw error;
}
