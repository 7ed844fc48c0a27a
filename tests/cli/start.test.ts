import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubilee, jubileeAsProcess } from './run-jubilee.ts';

const folder = await temporaryFolder();

const startAt = (instant: string) => [
  'start',
  '--once',
  '--at',
  instant,
  '--data',
  folder,
  '--port',
  '0',
  '--format',
  'json',
];

async function mails() {
  const files = (await readdir(join(folder, 'mails'))).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map((name) => readFile(join(folder, 'mails', name))));
}

test('the first start mails the demo subscriber what is due, read from the real dates of the world', async () => {
  const { code, stdout } = await jubileeAsProcess({}, ...startAt('2024-01-05T00:00:00Z'));
  expect(code).toBe(0);
  const sent = JSON.parse(stdout);
  expect(sent).toMatchObject({ on: '2024-01-05', mail: { to: 'demo@jubilee.example' } });
  expect(sent.milestones).toBeGreaterThan(5);
  const [raw] = await mails();
  const { text } = await PostalMime.parse(raw ?? '');
  expect(text).toMatch(
    /In 7 days — Friday 12 January 2024[\s\S]*China – 🇱🇸 Lesotho\n30th anniversary of the resumption/,
  );
});

test('starting again on the same day mails nothing twice, and still finds the mail in the inbox', async () => {
  expect((await jubilee(...startAt('2024-01-05T17:30:00Z'))).code).toBe(0);
  expect(await mails()).toHaveLength(1);
});

test('the fullest day of the year is one mail under 90 KB', async () => {
  const { stdout } = await jubilee(...startAt('2024-09-26T00:00:00Z'));
  expect(JSON.parse(stdout).milestones).toBeGreaterThan(20);
  const [, fullest] = await mails();
  expect(fullest?.length).toBeLessThan(90_000);
});

test('an occupied port is reported in one line', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, stderr } = await jubilee('start', '--once', '--data', folder, '--port', port);
  server.close();
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: --port: Port ${port} is taken; choose another one\n` });
});

test('a clock set back after a start today begins anew in the same folder', async () => {
  const today = startAt('2024-01-05T00:00:00Z').filter((word) => word !== '--at' && !word.startsWith('2024'));
  expect((await jubilee(...today)).code).toBe(0);
  const { code, stdout } = await jubilee(...startAt('2024-01-05T00:00:00Z'));
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({
    code: 0,
    on: '2024-01-05',
    mail: { to: 'demo@jubilee.example' },
  });
  expect(await mails()).toHaveLength(1);
});
