import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { listen } from '../../cli/local/listen.ts';
import { localAccount, localVariables } from '../../cli/local/local-account.ts';
import { clockVariable } from '../../cli/stack-clock.ts';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubilee, jubileeAsProcess, jubileeWith } from './run-jubilee.ts';

const { url, close } = await embeddedDynamoDb();
afterAll(close);
const folder = await temporaryFolder();
const nowhere = 'http://127.0.0.1:1';
const variables = localVariables({ dynamoDb: url, ses: nowhere, lambda: nowhere, services: nowhere });
const subscribers = (...args: readonly string[]) => jubileeWith(variables, 'subscribers', ...args);

function documentsAt(endpoint: string): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

async function aFile(...lines: readonly string[]): Promise<string> {
  const path = join(folder, 'list.csv');
  await writeFile(path, lines.join('\n'));
  return path;
}

test('a dry run writes nothing', async () => {
  const { stdout } = await subscribers('import', await aFile('email', 'a@x.example', 'b@x.example'), '--dry-run');
  expect(stdout).toMatch(/2 subscribers, no fault; nothing is written yet\n$/);
  expect((await subscribers('export', '--format', 'json')).stdout).toBe('[]\n');
});

test('one subscriber is counted as one, and skipped rows are named', async () => {
  const path = await aFile('Email Address,Name,Status', 'a@außenamt.example,Ana,active', 'b@x.example,Bo,unsubscribed');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text, 'latin1');
  expect((await subscribers('import', path, '--dry-run')).stdout).toBe(
    [
      `${path}: 1 subscriber, no fault; nothing is written yet`,
      `${path}: left out, as they had unsubscribed or were suppressed: lines 3`,
      `${path}: ignored columns: Name`,
      `${path}: read as Windows-1252, which looks like other code pages: check the domains in lines 2`,
      '',
    ].join('\n'),
  );
});

test('a file that is not a list is refused in one line', async () => {
  const path = join(folder, 'list.csv');
  await writeFile(path, 'PK\x03\x04');
  const { code, stderr } = await subscribers('import', path);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: .*list\.csv is a workbook .* save it as "CSV UTF-8"\n$/);
});

test('a file with a fault is not imported at all', async () => {
  const path = await aFile('email,states', 'a@x.example,CN', 'b@x.example,XX');
  const { code, stderr } = await subscribers('import', path);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining(`${path}:3: states: XX is not the code of a state, such as CN`),
  });
  expect((await subscribers('export', '--format', 'json')).stdout).toBe('[]\n');
});

test('imported people are pending, and importing them again changes nothing', async () => {
  const path = await aFile('email,states', 'a@x.example,CN', 'b@x.example,FR');
  expect((await subscribers('import', path)).stdout).toMatch(/2 subscribers added; 0 are known/);
  expect((await subscribers('import', path)).stdout).toMatch(/0 subscribers added; 2 are known/);
  expect((await subscribers('export')).stdout).toMatch(
    /^email,states,.*,status\na@x.example,CN,.*,pending\nb@x.example,FR,/,
  );
});

test('people whose consent is on record are active at once, with the record', async () => {
  await subscribers('import', await aFile('email', 'c@x.example'), '--consent', 'paper forms of March 2024');
  const { code, stdout } = await jubileeAsProcess(variables, 'subscribers', 'show', 'C@x.example');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    subscriber: { email: 'c@x.example', status: 'active', consent: 'paper forms of March 2024' },
    deliveries: [],
  });
});

describe('our own export', () => {
  const people = [
    aSubscriber({
      id: 'of-a',
      email: '=a@x.example',
      preferences: preferencesWith({ states: ['CN', 'LS'], policy: [7, 70], includeSevered: true }),
    }),
    aSubscriber({ id: 'of-b', email: 'b@x.example', status: 'unsubscribed', endedAt: new Date().toISOString() }),
    aSubscriber({
      id: 'of-c',
      email: 'c@x.example',
      status: 'suppressed',
      suppressedFor: 'complaint',
      suppressedAt: new Date().toISOString(),
    }),
    aSubscriber({ id: 'of-d', email: 'd@x.example', status: 'pending', scheduledSince: new Date().toISOString() }),
  ];

  test('can be imported into another stack without those who have left, and asks nobody again who has consented', async () => {
    const [one, other] = [await embeddedDynamoDb(), await embeddedDynamoDb()];
    const from = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: one.url };
    const into = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: other.url };
    const table = subscriberTable(documentsAt(one.url), 'subscribers', () => new Date());
    for (const person of people) await table.put(person);
    const path = await aFile((await jubileeWith(from, 'subscribers', 'export')).stdout);
    const { stdout } = await jubileeWith(into, 'subscribers', 'import', path, '--consent', 'moved from the old stack');
    const imported = JSON.parse((await jubileeWith(into, 'subscribers', 'export', '--format', 'json')).stdout);
    await Promise.all([one.close(), other.close()]);
    expect(stdout).toMatch(/2 subscribers added; 0 are known.*\n.*left out.*: lines 3, 4\n$/);
    expect(imported).toEqual([
      { email: '=a@x.example', status: 'active', ...people[0]?.preferences },
      { email: 'd@x.example', status: 'pending', ...people[3]?.preferences },
    ]);
  });

  test('brings back nobody who has left since', async () => {
    const table = subscriberTable(documentsAt(url), 'subscribers', () => new Date());
    const path = await aFile(
      'email,status',
      'left@x.example,active',
      'bounced@x.example,active',
      'erased@x.example,active',
    );
    await subscribers('import', path, '--consent', 'on paper');
    const addresses = addressKey(documentsAt(url), 'subscribers');
    for (const [email, status] of [
      ['left@x.example', 'unsubscribed'],
      ['bounced@x.example', 'suppressed'],
    ] as const) {
      const id = await addresses.subscriberId(email);
      await table.change(id, (known) => known && { ...known, status, endedAt: new Date().toISOString() });
    }
    await subscribers('erase', 'erased@x.example');
    expect((await subscribers('import', path, '--consent', 'on paper')).stdout).toMatch(/0 subscribers added; 3 are/);
    expect((await subscribers('export')).stdout).not.toContain('erased@x.example');
    expect((await subscribers('export')).stdout).toMatch(
      /bounced@x.example.*,suppressed\n(?:.*\n)*left@x.example.*,unsubscribed/,
    );
  });
});

test('an import beside "jubilee start --at" follows its clock', async () => {
  const clock = clockVariable(() => new Date('2024-01-05T08:30:00Z'));
  await jubileeWith({ ...variables, ...clock }, 'subscribers', 'import', await aFile('email', 'then@x.example'));
  const { stdout } = await jubileeWith({ ...variables, ...clock }, 'subscribers', 'show', 'then@x.example');
  expect(JSON.parse(stdout).subscriber.scheduledSince).toMatch(/^2024-01-05T08:30/);
});

test('an erased address is held nowhere', async () => {
  expect((await subscribers('erase', 'c@x.example')).stdout).toBe('Erased.\n');
  expect(await subscribers('show', 'c@x.example')).toMatchObject({ code: 2, stdout: '' });
  expect((await subscribers('export')).stdout).not.toContain('c@x.example');
});

test('unreachable tables are reported in one line', async () => {
  const unreachable = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' };
  const { code, stderr } = await jubileeWith(unreachable, 'subscribers', 'export');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: nothing answers at AWS_ENDPOINT_URL_DYNAMODB.*\n$/);
});

test.each([
  ['ExpiredTokenException', /^error: .*aws sso login"\n$/],
  ['AccessDeniedException', /^error: .*use a role .*\n$/],
])('%s of AWS is reported in one line', async (type, line) => {
  const aws = await listen(
    createServer((_request, response) => response.writeHead(400).end(JSON.stringify({ __type: type }))),
    0,
  );
  const refused = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: aws.url };
  expect(await jubileeWith(refused, 'subscribers', 'export')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(line),
  });
  await aws.close();
});

test('a host that does not exist is reported in one line, and so is the log of a local function', async () => {
  const account = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  const away = { ...account, AWS_ENDPOINT_URL_DYNAMODB: '', AWS_ENDPOINT_URL: 'http://aws.invalid' };
  expect(await jubileeWith(away, 'logs', 'api')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^error: AWS does not answer: .*\n$/),
  });
  expect(await jubileeWith(variables, 'logs', 'api')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^error: .*"jubilee start" log to its own output\n$/),
  });
});

test('a missing file is reported in one line', async () => {
  expect(await jubilee('subscribers', 'import', 'no-such-file.csv')).toMatchObject({
    code: 2,
    stderr: 'error: no-such-file.csv: cannot be read\n',
  });
});
