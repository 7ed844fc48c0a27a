import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import { localVariables } from '../../cli/local/local-account.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubilee, jubileeAsProcess, jubileeWith } from './run-jubilee.ts';

const { url, close } = await embeddedDynamoDb();
afterAll(close);
const folder = await temporaryFolder();
const nowhere = 'http://127.0.0.1:1';
const variables = localVariables({ dynamoDb: url, ses: nowhere, lambda: nowhere, services: nowhere });
const subscribers = (...args: readonly string[]) => jubileeWith(variables, 'subscribers', ...args);

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

test('a file with a fault is not imported at all', async () => {
  const path = await aFile('email,states', 'a@x.example,CN', 'b@x.example,XX');
  const { code, stderr } = await subscribers('import', path);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `${path}:3: states: XX is not the code of a state, such as CN\n`,
  });
  expect((await subscribers('export', '--format', 'json')).stdout).toBe('[]\n');
});

test('imported people are pending, and importing them again changes nothing', async () => {
  const path = await aFile('email,states', 'a@x.example,CN', 'b@x.example,FR');
  expect((await subscribers('import', path)).stdout).toMatch(/2 subscribers added; 0 were known/);
  expect((await subscribers('import', path)).stdout).toMatch(/0 subscribers added; 2 were known/);
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

test('an erased address is held nowhere', async () => {
  expect((await subscribers('erase', 'c@x.example')).stdout).toBe('Erased.\n');
  expect(await subscribers('show', 'c@x.example')).toMatchObject({ code: 2, stdout: '' });
  expect((await subscribers('export')).stdout).not.toContain('c@x.example');
});

test('tables that cannot be reached are said in one line', async () => {
  const unreachable = { ...variables, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' };
  const { code, stderr } = await jubileeWith(unreachable, 'subscribers', 'export');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: nothing answers at AWS_ENDPOINT_URL_DYNAMODB.*\n$/);
});

test('a file that is not there is said in one line', async () => {
  expect(await jubilee('subscribers', 'import', 'no-such-file.csv')).toMatchObject({
    code: 2,
    stderr: 'error: no-such-file.csv: cannot be read\n',
  });
});
