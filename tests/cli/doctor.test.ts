import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { readDataset } from '../../cli/dataset-files.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { brakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { tickAt } from '../../src/domain/schedule.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubileeAsProcess, jubileeWith, type Run } from './run-jubilee.ts';

let folder: string;
let stack: LocalStack;
beforeAll(async () => {
  folder = await temporaryFolder();
  stack = await localStack({ folder, port: 0, now: () => new Date(), onError: () => {} });
  await stack.seed(readDataset());
  await stack.runs.beginAfter(tickAt(new Date()));
});
afterAll(() => stack.close());

const answers = z.array(
  z.object({ name: z.string(), is: z.string(), said: z.string().min(1), fix: z.string().min(1).optional() }),
);

async function doctor(variables = {}) {
  return diagnosis(await jubileeWith({ ...stack.variables, ...variables }, 'doctor', '--format', 'json'));
}

function diagnosis({ code, stdout }: Run) {
  const all = answers.parse(JSON.parse(stdout));
  return {
    code,
    all,
    failed: all.filter(({ is }) => is === 'fail'),
    unknown: all.filter(({ is }) => is === 'unknown'),
  };
}

test('the doctor finds nothing wrong with a stack that has just been started, and answers every question', async () => {
  const { code, all, failed, unknown } = await doctor();
  expect({ code, failed, unknown }).toEqual({ code: 0, failed: [], unknown: [] });
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(all.filter(({ is }) => is === 'pass').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tables', 'dataset', 'URL', 'token', 'bounce', 'last tick', 'dead letters', 'brake']),
  );
  expect(all.find(({ name }) => name === 'recovery')).toMatchObject({
    is: 'skipped',
    said: expect.stringMatching(/^local/),
  });
});

test('the doctor leaves no subscriber behind', async () => {
  expect((await jubileeWith(stack.variables, 'subscribers', 'export', '--format', 'json')).stdout).toBe('[]\n');
});

const letter = { id: '1', body: '{}', sentAt: 0, receiveCount: 20, visibleAt: 0 };
const faults: Record<string, { readonly spoil: () => Promise<unknown>; readonly fix: string }> = {
  tables: {
    spoil: () => new DynamoDBClient().send(new DeleteTableCommand({ TableName: 'deliveries' })),
    fix: 'restore one that is missing',
  },
  'dead letters': {
    spoil: () => writeFile(join(folder, 'notice-queue', 'dead-letters', '1.json'), JSON.stringify(letter)),
    fix: 'npm run -s jubilee -- redrive digests (or notices',
  },
  'last tick': {
    spoil: () => stack.runs.beginAfter(new Date(tickAt(new Date()).getTime() - 3_600_000)),
    fix: 'npm run -s jubilee -- run',
  },
  dataset: {
    spoil: () => stack.seed({ ...readDataset(), timelines: readDataset().timelines.slice(1) }),
    fix: 'deploy again',
  },
  brake: {
    spoil: () =>
      brakeTable(newDocumentClient(), 'limits', 'confirmed').count(
        { mails: 1_000, bounces: 50, complaints: 0 },
        new Date(),
      ),
    fix: 'Sending braked',
  },
  token: {
    spoil: () => writeFile(join(folder, 'link-keys.json'), JSON.stringify({ current: 'k'.repeat(64) })),
    fix: '"Link-signing keys", says how to restart them',
  },
};

test('each fault is found, and nothing else, with what to do about it', async () => {
  for (const { spoil } of Object.values(faults)) await spoil();
  const { code, failed, unknown } = diagnosis(await jubileeAsProcess(stack.variables, 'doctor', '--format', 'json'));
  expect({ code, unknown }).toEqual({ code: 1, unknown: [] });
  expect(failed.map(({ name }) => name).sort()).toEqual(Object.keys(faults).sort());
  for (const { name, fix } of failed) expect(fix).toContain(faults[name]?.fix);
});

test('an unreachable site is reported, and checks that depend on it are unknown', async () => {
  const { failed, unknown } = await doctor({ SITE_URL: 'http://127.0.0.1:2' });
  expect(failed).toContainEqual(
    expect.objectContaining({ name: 'URL', said: expect.stringContaining('ECONNREFUSED') }),
  );
  expect(unknown.map(({ name }) => name)).toEqual(['token', 'clock']);
});

test('once the stack is gone only the checks of this machine itself pass', async () => {
  const nowhere = Object.fromEntries(
    Object.entries(stack.variables).map(([name, value]) => [name, value.replace(/:\d+$/, ':1')]),
  );
  const { code, all } = await doctor(nowhere);
  const passed = all.filter(({ is }) => is === 'pass').map(({ name }) => name);
  expect({ code, passed }).toEqual({ code: 1, passed: ['time zones'] });
});

test('a usage error ends with exit code 2', async () => {
  expect(await jubileeWith({}, 'doctor', '--format', 'xml')).toMatchObject({ code: 2 });
});
