import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { jubileeWith } from '../cli/run-jubilee.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Letters that stand nowhere else: LevelDB compresses its files, and leaves whole only what it has not seen before. */
const local = 'qjzxvkwfgpyhbmdt';
const address = `${local}@ministry.example`;
const start = new Date('2024-01-05T08:00:00Z');

let folder: string;
let stack: LocalStack;
let time = start;
const log: string[] = [];

const started = async () => {
  stack = await localStack({ folder, port: 0, now: () => time, onError: (error) => log.push(String(error)) });
  logger.setLogLevel('DEBUG');
};

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(String(text)) > 0);
  folder = await temporaryFolder();
  await started();
  await stack.seed({ ...readDataset(), timelines: readDataset().timelines.slice(0, 20) });
  await live();
});
afterAll(() => stack.close());

/** Asks, confirms, gets a digest, and asks for a link. */
async function live(): Promise<void> {
  await post('/v1/subscriptions', JSON.stringify({ email: address, sendEmpty: true, hour: 9 }), 'application/json');
  await stack.drained();
  const [mail] = stack.mails.all();
  const { text } = await PostalMime.parse(new Uint8Array(mail ? await stack.mails.raw(mail) : []));
  await post('/confirm', `t=${/confirm\?t=(\S+)/.exec(text ?? '')?.[1]}`, 'application/x-www-form-urlencoded');
  await stack.runs.beginAfter(start);
  time = new Date('2024-01-06T09:00:00Z');
  await stack.plan(time);
  await post('/v1/subscriptions/link', JSON.stringify({ email: address }), 'application/json');
  await stack.drained();
}

async function post(path: string, body: string, type: string): Promise<void> {
  const answer = await fetch(`${stack.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The name before the @ as text, and as it stands in base64 at each of the three places where it can begin. */
const forms = [local, ...[0, 1, 2].map((before) => inBase64(before))];

function inBase64(before: number): string {
  const text = Buffer.from('.'.repeat(before) + local).toString('base64');
  return text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + local.length) * 4) / 3));
}

/** In whatever lines it is wrapped, as base64 and quoted-printable are. */
function names(content: string): boolean {
  const unwrapped = content.replace(/=?\r?\n/g, '');
  return forms.some((form) => unwrapped.includes(form));
}

/** All files of the stack that name the address, but for the mails: those stand in the inboxes of the people, which are not the operator's. The stack goes on writing: a file that is gone before it can be read is not kept. */
async function filesThatName(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const kept = files.filter((file) => !file.startsWith(join(folder, 'mails')));
  const contents = await Promise.all(
    kept.map(async (file) => ({ file, content: await readFile(file, 'latin1').catch(goneAsEmpty) })),
  );
  return contents.filter(({ content }) => names(content)).map(({ file }) => file.slice(folder.length + 1));
}

function goneAsEmpty(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error;
  return '';
}

async function tablesThatName(): Promise<string[]> {
  const endpoint = stack.variables.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint }));
  const found: string[] = [];
  for (const table of (await client.send(new ListTablesCommand({}))).TableNames ?? [])
    for await (const { Items } of paginateScan({ client }, { TableName: table }))
      if (names(JSON.stringify(Items))) found.push(table);
  return found;
}

test('while somebody is subscribed their address is found: in their row, and in the files of the store', async () => {
  expect(stack.mails.all()).toHaveLength(3);
  expect(await tablesThatName()).toEqual(['subscribers']);
  expect(await filesThatName()).not.toEqual([]);
  await stack.close();
  expect((await filesThatName()).every((file) => file.endsWith('.ldb'))).toBe(true);
  expect(await filesThatName()).not.toEqual([]);
  await started();
});

test.each([
  ['as it is', address],
  ['in base64', Buffer.from(`To: ${address}`).toString('base64')],
  [
    'in base64, wrapped',
    Buffer.from(`${'x'.repeat(50)}<${address}>`)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
  ],
  ['quoted-printable, wrapped', `To: =\r\n${local.slice(0, 5)}=\r\n${local.slice(5)}=40ministry.example`],
])('the search would find it in any file: %s', async (_form, content) => {
  const file = join(folder, 'notice-queue', 'dead-letters', 'planted.txt');
  await writeFile(file, content);
  expect(await filesThatName()).toContain(join('notice-queue', 'dead-letters', 'planted.txt'));
  await writeFile(file, '');
});

test('after they are erased no table, queue or log names it, and once the stack has stopped no file', async () => {
  const { code } = await jubileeWith(stack.variables, 'subscribers', 'erase', address);
  expect(code).toBe(0);
  expect(await tablesThatName()).toEqual([]);
  await stack.close();
  expect(await filesThatName()).toEqual([]);
  expect(log.filter(names)).toEqual([]);
  expect(log.join()).toContain('sent');
  await started();
});
