import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { dataCommand } from '../../cli/data.ts';
import { readClaims } from '../../src/dataset/files/claims.ts';

const root = join(import.meta.dirname, '..', '..');
const latvia = join(root, 'docs', 'own-list-lv.csv');

afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});

/** What `jubilee data compare` prints, and the exit code that it asks for. */
async function run(...words: string[]): Promise<{ printed: string; told: string; exitCode: number }> {
  const [printed, told]: [string[], string[]] = [[], []];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  const command = dataCommand();
  for (const subcommand of command.commands)
    subcommand.exitOverride().configureOutput({ writeErr: (text) => told.push(text) });
  let thrown = 0;
  await command.parseAsync(['compare', ...words], { from: 'user' }).catch((error) => {
    if (!(error instanceof CommanderError)) throw error;
    thrown = error.exitCode;
  });
  return { printed: printed.join(''), told: told.join(''), exitCode: thrown || Number(process.exitCode ?? 0) };
}

function listOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'jubilee-list-')), 'list.csv');
  writeFileSync(path, text);
  return path;
}

test("finds every line of Latvia's list, by English names and dates with dots", async () => {
  const { printed, exitCode } = await run(latvia, '--state', 'LV', '--format', 'json');
  expect(exitCode).toBe(0);
  const { compared, unreadable } = JSON.parse(printed);
  expect([compared.length, unreadable]).toEqual([52, []]);
  expect(compared).toContainEqual(expect.objectContaining({ line: 2, partner: 'AD', finding: 'agrees' }));
});

test('finds partners by name in six languages, by alias and by code', async () => {
  const names = ['Болгария', 'Chine', 'España', 'لبنان', '日本', 'Holland', 'USA', 'de'];
  const path = listOf(names.map((name, index) => `${name},199${index}\n`).join(''));
  const { printed } = await run(path, '--state', 'lv', '--format', 'json');
  const partners = JSON.parse(printed).compared.map(({ partner }: { partner: string }) => partner);
  expect(partners).toEqual(['BG', 'CN', 'ES', 'LB', 'JP', 'NL', 'US', 'DE']);
});

test('reports unreadable lines with their numbers, in every format, and exits 2', async () => {
  const path = listOf('country;date\nCongo;1991\nBulgaria;24/08/1991\n');
  for (const format of ['table', 'csv', 'json']) {
    const { printed, exitCode } = await run(path, '--state', 'LV', '--format', format);
    expect(exitCode).toBe(2);
    expect(printed).toContain('write the code (CD, CG?)');
    expect(printed).toContain('--day-first');
  }
  expect((await run(path, '--state', 'LV', '--day-first')).printed).toMatch(/^3 +BG +established 1991-08-24/m);
});

test.each([
  ['an unknown state', [latvia, '--state', 'QQ'], 'no state has the code QQ'],
  ['a missing file', ['nowhere.csv', '--state', 'LV'], 'nowhere.csv: cannot be read'],
  ['an empty file', [listOf('\n'), '--state', 'LV'], 'has no lines'],
  ['a list to write without its source', [latvia, '--state', 'LV', '--write'], '--write needs --source'],
  [
    'a source that nothing describes',
    [latvia, '--state', 'LV', '--write', '--source', 'own'],
    'add --publisher and --url',
  ],
])('%s is a usage error: one line and exit code 2', async (_slip, words, reason) => {
  const { told, exitCode } = await run(...words);
  expect([exitCode, told]).toEqual([2, expect.stringContaining(reason)]);
});

test('writes the list into a dataset, as claims of an official source', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jubilee-own-'));
  for (const file of ['claims.csv', 'sources.csv']) cpSync(join(root, 'data', file), join(folder, file));
  const list = listOf('country,date\nAndorra,1996-08-27\nLesotho,2020-02-03\n');
  const source = ['--source', 'own-list', '--publisher', 'MFA', '--url', 'https://example.org'];
  const { told } = await run(list, '--state', 'LV', '--write', ...source, '--data', folder);
  expect(told).toContain('2 claims added');
  const claims = readClaims(readFileSync(join(folder, 'claims.csv'), 'utf8')).rows.map(({ value }) => value);
  expect(claims.filter((claim) => claim.source === 'own-list')).toMatchObject([
    { pair: 'AD-LV', kind: 'established', date: '1996-08-27' },
    { pair: 'LS-LV', kind: 'established', date: '2020-02-03' },
  ]);
  expect(readFileSync(join(folder, 'sources.csv'), 'utf8')).toMatch(/^own-list,MFA,.*official/m);
});
