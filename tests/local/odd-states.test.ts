import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../cli/local/folder-lock.ts';
import { DamagedFile } from '../../cli/local/kept-file.ts';
import { localStack } from '../../cli/local/local-stack.ts';
import { jubilee } from '../cli/run-jubilee.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const now = () => new Date('2024-01-05T00:00:00Z');
const started = () => localStack({ folder, port: 0, now, onError: () => {} });

async function keep(path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

test('an event and a digest that always fail block neither the pages nor the first digest', async () => {
  const poison = { id: '1', body: 'nonsense', sentAt: 0, receiveCount: 0, visibleAt: 0 };
  for (const queue of ['event-queue', 'digest-queue', 'notice-queue'])
    await keep(`${queue}/1.json`, JSON.stringify(poison));
  const stack = await started();
  expect((await fetch(`${stack.url}/inbox`)).status).toBe(200);
  await stack.attempted();
  await stack.close();
});

describe('a damaged file is named, and what to do about it', () => {
  test.each([
    ['an empty message', 'digest-queue/1.json', ''],
    ['a cut message', 'event-queue/1.json', '{"id":"1","bo'],
    ['empty keys of links', 'link-keys.json', ''],
    ['the details of a mail without the mail', 'mails/00000001.json', '{}'],
    ['tables without CURRENT', 'dynamodb/000005.ldb', 'x'],
  ])('%s', async (_what, file, content) => {
    await keep(file, content);
    const start = started();
    await expect(start).rejects.toThrow(DamagedFile);
    await expect(start).rejects.toThrow(/restore it from a copy, or remove it/);
  });

  test('start reports it in one line', async () => {
    await keep('mails/00000001.json', '');
    await keep('mails/00000001.eml', 'Subject: x');
    const { code, stderr } = await jubilee('start', '--once', '--port', '0', '--data', folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --data: \S+00000001\.json is empty or damaged: .+\n$/);
  });
});

test('tables whose CURRENT was removed are not mistaken for new ones', async () => {
  await (await started()).close();
  await rm(join(folder, 'dynamodb', 'CURRENT'));
  await expect(started()).rejects.toThrow(/CURRENT is missing or damaged/);
});

test('what a killed process had begun to write is removed', async () => {
  for (const torn of ['last-seen.part', 'notice-queue/1.json.part', 'mails/1.eml.part']) await keep(torn, 'half');
  await (await started()).close();
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('the id of a process that began at another time locks no folder', async () => {
  await keep('process-id', `${process.ppid}\nat another time`);
  await (await lockFolder(folder))();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await lockFolder(folder, other.pid);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  other.kill();
});

test('pages answer to localhost alone, so that no other site can read them under its own name', async () => {
  const stack = await started();
  const asked = async (host: string) => {
    const [answer] = await once(get(`${stack.url}/inbox`, { headers: { host } }), 'response');
    answer.resume();
    return answer.statusCode;
  };
  expect(await asked('localhost:8025')).toBe(200);
  expect(await asked('127.0.0.1:8025')).toBe(200);
  expect(await asked('evil.example')).toBe(421);
  expect(await asked('localhost.evil.example:8025')).toBe(421);
  await stack.close();
});

test('the first interrupt ends a start that is still at work', async () => {
  const args = ['--import', 'tsx', 'cli/jubilee.ts', 'start', '--port', '0', '--data', folder];
  const child = spawn(process.execPath, args, { cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!existsSync(join(folder, 'process-id'))) await wait(50);
  child.kill('SIGINT');
  await ended;
});
