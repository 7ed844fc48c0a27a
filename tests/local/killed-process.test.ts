import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { FolderInUse, lockFolder } from '../../cli/local/folder-lock.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { localQueue } from '../../cli/local/local-queue.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { digestMessage, readPlannedDigest } from '../../src/adapters/sqs/digest-queue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = () => new Date('2024-01-05T00:00:00Z');

test('killing the process at any moment loses nothing that was stored, in tables, queue and inbox', async () => {
  const folder = await temporaryFolder();
  const stored = await storeUntilKilled(folder, 40);
  const ids = Array.from({ length: stored + 1 }, (_, round) => `s-${round}`);

  const { url, close } = await embeddedDynamoDb({ folder: join(folder, 'tables') });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint: url }));
  const subscribers = subscriberTable(client, 'subscribers', now);
  const found = await Promise.all(ids.map(subscribers.find));
  expect(found.map((subscriber) => subscriber?.id)).toEqual(ids);
  await close();

  const queue = await localQueue({
    folder: join(folder, 'queue'),
    bodyOf: digestMessage,
    now,
    visibilityMs: 30_000,
    maxReceives: 99,
  });
  const queued: string[] = [];
  for (let batch = await queue.receive(); batch.length > 0; batch = await queue.receive()) {
    queued.push(...batch.map(({ body }) => readPlannedDigest(body).subscriberId));
  }
  expect(queued).toEqual(expect.arrayContaining(ids));

  const mails = await openMailStore(join(folder, 'mails'));
  expect(mails.all().map(({ messageId }) => messageId)).toEqual(expect.arrayContaining(ids));
  const raws = await Promise.all(mails.all().map(mails.raw));
  expect(new Set(raws.map((raw) => raw.toString().split('\r\n\r\n')[1]?.length))).toEqual(new Set([50_000]));
});

test('a folder belongs to one process at a time, and to nobody once that process was killed', async () => {
  const folder = await temporaryFolder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await lockFolder(folder, other.pid);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${other.pid}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const release = await lockFolder(folder);
  await release();
  expect(await readdir(folder)).toEqual([]);
});

/** @returns the last round that the process said it had stored. */
async function storeUntilKilled(folder: string, rounds: number): Promise<number> {
  const script = join(import.meta.dirname, '../support/store-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = -1;
  for await (const line of createInterface(child.stdout)) {
    last = Number(line);
    if (last === rounds) child.kill('SIGKILL');
  }
  return last;
}
