import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubileeWith } from './run-jubilee.ts';

let stack: LocalStack;
beforeAll(async () => {
  const now = () => new Date('2026-12-01T08:00:00Z');
  stack = await localStack({ folder: await temporaryFolder(), port: 0, now, onError: console.error });
});
afterAll(() => stack.close());

const jubilee = (...args: readonly string[]) => jubileeWith(stack.variables, 'reports', ...args);

beforeEach(async () => {
  for (const { id } of await stack.reports.list(100)) await stack.reports.remove(id);
});

const first = { requestId: 'one', at: new Date('2026-11-30T08:00:00Z') };
const second = { requestId: 'two', at: new Date('2026-11-30T09:00:00Z') };
const report = {
  pair: 'CN-LS',
  act: { kind: 'severed', date: '1990-04-07' },
  text: 'It was the 5th.',
  date: '1990-04-05',
  source: 'https://mfa.example/ls',
} as const;

test('the list says that nobody has reported an error, or what they said, the oldest first', async () => {
  expect((await jubilee()).stdout).toBe('Nobody has reported an error.\n');
  await stack.reports.file(report, first);
  await stack.reports.file({ pair: 'CN-FR', text: 'Who says so?' }, second);
  expect((await jubilee()).stdout).toBe(`1. 2026-11-30 CN-LS: severed 1990-04-07
   It was the 5th.
   right: 1990-04-05
   source: https://mfa.example/ls

2. 2026-11-30 CN-FR
   Who says so?
`);
  expect(JSON.parse((await jubilee('list', '--format', 'json')).stdout)).toMatchObject([report, { pair: 'CN-FR' }]);
});

test('accepting prepares a claim, and takes the report off the list', async () => {
  await stack.reports.file(report, first);
  const { stdout } = await jubilee('accept', '1');
  expect(stdout).toBe(
    'CN-LS,severed,1990-04-05,SOURCE,,,,,,,reported by a reader: https://mfa.example/ls\n# It was the 5th.\n',
  );
  expect(await stack.reports.list(10)).toEqual([]);
});

test('dismissing takes it off the list, and a number that is not there is refused', async () => {
  await stack.reports.file(report, first);
  expect(await jubilee('dismiss', '2')).toMatchObject({
    code: 2,
    stderr: 'error: there is no report 2: the list has 1\n',
  });
  expect((await jubilee('dismiss', '1')).stdout).toBe('Dismissed.\n');
  expect(await stack.reports.list(10)).toEqual([]);
});
