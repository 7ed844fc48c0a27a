import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { dataCommand } from '../../cli/data.ts';
import { readConfidence } from '../../src/dataset/files/confidence.ts';
import { textsOf } from './small-dataset.ts';

afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});

function smallFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jubilee-calibrate-'));
  const claims = [
    'CN-LS,established,1983-04-30,enwiki-cn,,,,,,,',
    'CN-LS,established,1983-04-30,enwiki-ls,,,,,,,',
    'CN-LS,established,1983-04-30,ministry,,,,,,,',
    'CN-LS,resumed,1994-01-12,enwiki-cn,,,,,,,',
    'CN-LS,resumed,1994-01-12,enwiki-ls,,,,,,,',
  ];
  for (const [file, text] of Object.entries(textsOf({ claims }))) writeFileSync(join(folder, file), text);
  const marks = '<!-- calibration: written by jubilee data calibrate -->\n<!-- end of calibration -->';
  writeFileSync(join(folder, 'README.md'), `# Data\n\n${marks}\n`);
  return folder;
}

async function run(...words: string[]): Promise<{ printed: string; told: string; exitCode: number }> {
  process.exitCode = 0;
  const [printed, told]: [string[], string[]] = [[], []];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  await dataCommand().parseAsync(['calibrate', ...words], { from: 'user' });
  vi.restoreAllMocks();
  return { printed: printed.join(''), told: told.join(''), exitCode: Number(process.exitCode ?? 0) };
}

test('writes what it measured into confidence.csv and the data dictionary', async () => {
  const folder = smallFolder();
  await run('--data', folder);
  const [row] = readConfidence(readFileSync(join(folder, 'confidence.csv'), 'utf8'));
  expect(row).toMatchObject({ evidence: 'listed', era: 'since 1990', opposed: false, held: 1, compared: 1 });
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('| 1 of 1 | 100 % | 21 %–100 % |');
});

test('reports a stale file with exit code 1 and writes nothing when it only checks', async () => {
  const folder = smallFolder();
  expect(await run('--check', '--data', folder)).toMatchObject({
    exitCode: 1,
    told: expect.stringContaining('confidence.csv is stale: run jubilee data calibrate'),
  });
  expect((await run('--check', '--data', folder)).exitCode).toBe(1);
  await run('--data', folder);
  expect(await run('--check', '--data', folder)).toMatchObject({ exitCode: 0, told: '' });
});

test('prints the same as a table, as CSV and as JSON', async () => {
  const folder = smallFolder();
  expect((await run('--data', folder)).printed).toMatch(/^evidence +era +opposed +compared +held/);
  expect((await run('--data', folder, '--format', 'csv')).printed).toMatch(/^evidence,era,opposed,compared,held/);
  expect(JSON.parse((await run('--data', folder, '--format', 'json')).printed)).toMatchObject([{ share: 1 }]);
});
