import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SUBSCRIBERS = 60;
const KILLS = 5;

test('a process killed at any moment between acceptance and record has sent nothing twice and loses nothing', async () => {
  const folder = await temporaryFolder();
  const random = seeded(8);
  let start = 0;
  for (; start < KILLS; start += 1) await run(folder, start, 20 + random() * 400);
  expect(await run(folder, start)).toBe('done');

  const { all, untold } = await openMailStore(join(folder, 'mails'));
  const received = all().map(({ tags }) => tags.subscriber ?? '');
  expect(received.sort()).toEqual(Array.from({ length: SUBSCRIBERS }, (_, number) => `s-${number}`).sort());
  expect(untold()).toEqual([]);
});

/** Lets a process send, kills it after some ms, and returns its last message. */
async function run(folder: string, start: number, killAfter?: number): Promise<string> {
  const script = join(import.meta.dirname, '../support/send-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(start), String(SUBSCRIBERS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let said = '';
  for await (const line of createInterface(child.stdout)) {
    said = line;
    if (killAfter !== undefined && line === 'sending') {
      await wait(killAfter);
      child.kill('SIGKILL');
    }
  }
  await exit;
  return said;
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
