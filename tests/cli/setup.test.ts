import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubilee } from './run-jubilee.ts';

const home = process.cwd();
beforeEach(async () => process.chdir(await temporaryFolder()));
afterEach(() => process.chdir(home));

const written = (file = 'jubilee.config.json') => JSON.parse(readFileSync(file, 'utf8'));

test('the settings are written once, for a script without a question', async () => {
  const { code, stdout } = await jubilee('setup', '--yes', '--from', 'a@example.com', '--region', 'eu-central-1');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'Wrote jubilee.config.json. Next: npx cdk bootstrap (once per account and region), then npx cdk deploy\n',
  });
  expect(written()).toEqual({ from: 'a@example.com', region: 'eu-central-1' });
});

test('programs get the file and the settings in it', async () => {
  const { code, stdout } = await jubilee('setup', '--yes', '--from', 'a@example.com', '--format', 'json');
  expect({ code, ...JSON.parse(stdout) }).toEqual({
    ...{ code: 0, file: 'jubilee.config.json', settings: { from: 'a@example.com' } },
    next: ['npx cdk bootstrap', 'npx cdk deploy'],
  });
});

test('existing settings stay, unless given again or given empty', async () => {
  writeFileSync('jubilee.config.json', '{"from":"a@example.com","alarmEmail":"ops@example.com","senders":"4"}');
  await jubilee('setup', '--yes', '--from', 'b@example.com', '--senders', '');
  expect(written()).toEqual({ from: 'b@example.com', alarmEmail: 'ops@example.com' });
});

test('each stage has its own file', async () => {
  const { stdout } = await jubilee('setup', '--yes', '--stage', 'dev', '--from', 'a@example.com');
  expect(stdout).toContain('npx cdk deploy -c stage=dev');
  expect(written('jubilee.config.dev.json')).toEqual({ from: 'a@example.com' });
  expect(existsSync('jubilee.config.json')).toBe(false);
});

test.each([
  ['no address', [], '"from" is missing'],
  ['an invalid address', ['--from', 'alerts'], '"from" cannot be "alerts"'],
  ['an address outside the domain', ['--from', 'a@example.com', '--domain', 'example.net'], '"from" cannot be'],
  ['an invalid region', ['--from', 'a@example.com', '--region', 'Paris'], '"region" cannot be "Paris"'],
  ['an unknown stage', ['--from', 'a@example.com', '--stage', 'test'], '"stage" cannot be "test"'],
  ['an unknown option', ['--form', 'a@example.com'], "unknown option '--form'"],
])('%s ends with one clear error and code 2, and nothing is written', async (_what, options, message) => {
  const { code, stdout, stderr } = await jubilee('setup', '--yes', ...options);
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toMatchObject({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(existsSync('jubilee.config.json')).toBe(false);
});

test('the commands look at the stack that the settings name', async () => {
  await jubilee('setup', '--yes', '--from', 'a@example.com', '--stack-name', 'Embassy');
  expect((await jubilee('runs', '--help')).stdout).toContain('default: "Embassy"');
});
