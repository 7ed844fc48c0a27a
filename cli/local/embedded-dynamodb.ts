import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { type KeyAttributes, type TableShape, tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import { DamagedFile } from './kept-file.ts';
import type { Listening } from './listen.ts';
import { localAccount } from './local-account.ts';

/**
 * Starts an embedded DynamoDB on a thread of its own, with the product's tables, named after their shapes. Keeps its data
 * in `folder`, which survives a killed process, or else in memory. Closing it erases removed data from the files. Only one
 * process at a time may use the folder.
 *
 * @throws DamagedFile
 */
export async function embeddedDynamoDb({ folder }: { readonly folder?: string } = {}): Promise<Listening> {
  if (folder) await openFolder(folder);
  const thread = new Worker(new URL('dynalite-thread.mjs', import.meta.url), { workerData: { folder } });
  const [port] = await once(thread, 'message');
  const listening = { url: `http://127.0.0.1:${port}`, close: () => close(thread, folder) };
  await makeTables(listening);
  return listening;
}

/** Checks the folder: without the file CURRENT, LevelDB would take it for a new one and lose everything. */
async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (!names.some((name) => /\.(ldb|log)$/.test(name))) return;
  const current = await readFile(join(folder, 'CURRENT'), 'utf8').catch(() => '');
  if (!names.includes(current.trim())) throw new DamagedFile(join(folder, 'CURRENT'), 'is missing or damaged');
}

async function close(thread: Worker, folder: string | undefined): Promise<void> {
  const end = once(thread, 'exit');
  thread.postMessage('close');
  await end;
  if (folder) await forgetRemoved(folder);
}

const BEFORE_ALL = '\u0000';
const BEHIND_ALL = '\uffff';

/**
 * Erases removed records from the files of a closed LevelDB. LevelDB rewrites a file only together with newer ones that
 * span the same keys, so we write and delete one key before all others and one after them, then compact.
 */
async function forgetRemoved(folder: string): Promise<void> {
  const store = new ClassicLevel(folder);
  const keys = [BEFORE_ALL, BEHIND_ALL];
  await store.batch(keys.map((key) => ({ type: 'put', key, value: '' })));
  await store.batch(keys.map((key) => ({ type: 'del', key })));
  await store.compactRange(BEFORE_ALL, BEHIND_ALL);
  await store.close();
}

async function makeTables({ url }: Listening): Promise<void> {
  const client = new DynamoDBClient({ ...localAccount, endpoint: url });
  for (const [name, shape] of Object.entries(tableShapes)) await makeTable(client, name, shape);
  client.destroy();
}

async function makeTable(client: DynamoDBClient, name: string, shape: TableShape): Promise<void> {
  try {
    await client.send(new CreateTableCommand(defineTable(name, shape)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function defineTable(name: string, { key, indexes }: TableShape): CreateTableCommandInput {
  const attributes = new Set([key, ...Object.values(indexes)].flat());
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(key),
    GlobalSecondaryIndexes: indexDefinitions(indexes),
  };
}

function indexDefinitions(indexes: TableShape['indexes']): CreateTableCommandInput['GlobalSecondaryIndexes'] {
  const definitions = Object.entries(indexes).map(([IndexName, key]) => ({
    IndexName,
    KeySchema: keySchema(key),
    Projection: { ProjectionType: 'ALL' as const },
  }));
  return definitions.length > 0 ? definitions : undefined;
}

function keySchema([partition, sort]: KeyAttributes): CreateTableCommandInput['KeySchema'] {
  const hash = { AttributeName: partition, KeyType: 'HASH' as const };
  return sort ? [hash, { AttributeName: sort, KeyType: 'RANGE' }] : [hash];
}
