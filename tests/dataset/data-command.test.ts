import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { dataCommand } from '../../cli/data.ts';
import { insistOnFreshData } from '../../cli/local/fresh-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const committed = join(import.meta.dirname, '..', '..', 'data');
const folders = await temporaryFolder();

afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});

/** What `jubilee data` prints, and the exit code that it asks for. */
async function run(...words: string[]): Promise<{ printed: string; exitCode: number }> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  await dataCommand().parseAsync(words, { from: 'user' });
  vi.restoreAllMocks();
  return { printed: written.join(''), exitCode: Number(process.exitCode ?? 0) };
}

/** The dataset without the pairs of most states, which is resolved thirty times as fast. */
let small: string;
beforeAll(async () => {
  small = copyOfData(committed);
  const ofOthers = /\b(?!AD|CN|RU)[A-Z]{2}-(?!AD|CN|RU)[A-Z]{2}\b/;
  for (const file of ['claims', 'unchained', 'rulings', 'searched', 'status', 'released', 'citations'])
    spoilFile(join(small, `${file}.csv`), (text) => keepLines(text, (line) => !ofOthers.test(line)));
  spoilFile(join(small, 'changes.csv'), (text) => text.slice(0, text.indexOf('\n') + 1));
  const hash = (folder: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, 'released.csv')))
      .digest('hex');
  spoilFile(join(small, 'datapackage.json'), (text) => text.replace(hash(committed), hash(small)));
  for (const command of ['resolve', 'calibrate'])
    expect(await run(command, '--data', small)).toMatchObject({ exitCode: 0 });
});

function keepLines(text: string, isKept: (line: string) => boolean): string {
  return text.split('\n').filter(isKept).join('\n');
}

function copyOfData(data = small): string {
  const folder = mkdtempSync(join(folders, 'data-'));
  cpSync(data, folder, { recursive: true });
  return folder;
}

/** Replaces line `line` of a file. */
function plant(folder: string, file: string, line: number, text: string): void {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  writeFileSync(join(folder, file), lines.with(line - 1, text).join('\n'));
}

test('the committed dataset has no faults, and its counts are given to programs', async () => {
  const { printed, exitCode } = await run('check', '--format', 'json');
  expect(exitCode).toBe(0);
  const counts = JSON.parse(printed);
  expect(counts).toMatchObject({ states: 204, organisations: 2, sources: 2638 });
  expect(counts.kinds).toContainEqual(expect.objectContaining({ kind: 'established', claims: 36725 }));
});

test('the counts are printed as a table', async () => {
  const { printed } = await run('check', '--data', small);
  expect(printed).toMatch(
    /^kind +claims +events +day +month +year +official +corroborated +listed +unconfirmed +disputed$/m,
  );
  expect(printed).toMatch(/^established +\d/m);
  expect(printed).toContain('no fault found');
});

test('ten planted faults are all named with their lines in one run', async () => {
  const folder = copyOfData();
  plant(folder, 'claims.csv', 10, 'AD-QQ,established,1996-02-15,enwiki-ad,,,,,,,');
  plant(folder, 'claims.csv', 20, 'AD-AT,established,1995-02-30,enwiki-ad,,,,,,,');
  plant(folder, 'claims.csv', 30, 'BA-AD,established,1995-02-01,enwiki-ad,,,,,,,');
  plant(folder, 'claims.csv', 40, 'AD-AD,established,1995-02-01,enwiki-ad,,,,,,,');
  plant(folder, 'claims.csv', 50, 'AD-BJ,established,1995-02-01,rumour,,,,,,,');
  plant(folder, 'claims.csv', 60, 'AD-BR,founded,1995-02-01,enwiki-ad,,,,,,,');
  plant(folder, 'claims.csv', 70, 'AD-CA,severed,1900,enwiki-ad,,,,,,,');
  plant(folder, 'sources.csv', 5, 'somebody,,,,excellent,,,,');
  plant(folder, 'states.csv', 6, 'AL,Albania,,,,,,,,,,duchy,');
  plant(folder, 'rulings.csv', 2, 'CN-LS,severed 1991,date,why,');
  const { printed, exitCode } = await run('check', '--data', folder);
  expect(exitCode).toBe(2);
  const places = printed.split('\n').map((line) => line.split(': ')[0]);
  for (const line of [10, 20, 30, 40, 50, 60, 70]) expect(places).toContain(`claims.csv:${line}`);
  for (const place of ['sources.csv:5', 'states.csv:6', 'rulings.csv:2']) expect(places).toContain(place);
});

test('a stale events.csv is reported in one line with exit code 1, and resolving makes it fresh', async () => {
  const folder = copyOfData();
  plant(folder, 'events.csv', 2, 'AD-AE,established,1900-01-01,listed,enwiki-ad,,,,,,,,');
  const stale = await run('resolve', '--check', '--data', folder);
  expect(stale.exitCode).toBe(1);
  expect(stale.printed).toMatch(/^.*events\.csv is stale: run jubilee data resolve.*\n$/);

  process.exitCode = 0;
  expect((await run('resolve', '--data', folder)).printed).toContain('written');
  expect(await run('resolve', '--check', '--data', folder)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder, 'events.csv'), 'utf8') === readFileSync(join(small, 'events.csv'), 'utf8')).toBe(
    true,
  );
});

test('nothing is resolved while there are faults', async () => {
  const folder = copyOfData();
  plant(folder, 'claims.csv', 10, 'AD-QQ,established,1996-02-15,enwiki-ad,,,,,,,');
  const before = readFileSync(join(folder, 'events.csv'), 'utf8');
  expect((await run('resolve', '--data', folder)).exitCode).toBe(2);
  expect(readFileSync(join(folder, 'events.csv'), 'utf8') === before).toBe(true);
});

/** A command line that ends with an error. */
function refused(...words: string[]): Promise<Command> {
  const command = dataCommand();
  for (const subcommand of command.commands) subcommand.exitOverride().configureOutput({ writeErr: () => {} });
  return command.parseAsync(words, { from: 'user' });
}

test('a folder without a dataset is refused with exit code 2', async () => {
  const refusal = refused('check', '--data', tmpdir());
  await expect(refusal).rejects.toThrow(CommanderError);
  await expect(refusal).rejects.toMatchObject({ exitCode: 2 });
});

const spoilt: readonly [what: string, file: string, (text: string) => string][] = [
  [
    'an events.csv with half of its lines',
    'events.csv',
    (text) => text.slice(0, text.indexOf('\n', text.length / 2) + 1),
  ],
  [
    'an events.csv with another day in one line',
    'events.csv',
    (text) => text.replace(/,(\d{4}-\d{2})-1(\d),/, ',$1-2$2,'),
  ],
  ['a cut confidence.csv', 'confidence.csv', (text) => text.slice(0, text.indexOf('\nlisted,since 1990') + 1)],
  ['a confidence.csv with another share', 'confidence.csv', (text) => text.replace(/0\.\d+/, '0.999')],
];

test.each(spoilt)('start refuses %s', (_what, file, spoil) => {
  const folder = copyOfData();
  spoilFile(join(folder, file), spoil);
  expect(() => startedOn(folder)).toThrow(`data/${file} is stale, cut or altered`);
});

test('start refuses an events.csv that a claim has left behind', () => {
  const folder = copyOfData();
  spoilFile(join(folder, 'claims.csv'), (text) => text.replace(/^(CN-LS,resumed,1994-01-)12/gm, '$113'));
  expect(() => startedOn(folder)).toThrow('data/events.csv is stale, cut or altered');
});

test('check names all generated files that are stale, cut or altered, and what makes them fresh', async () => {
  const folder = copyOfData();
  for (const [, file, spoil] of spoilt) spoilFile(join(folder, file), spoil);
  const { printed, exitCode } = await run('check', '--data', folder);
  expect(exitCode).toBe(2);
  expect(printed).toMatch(/^data\/events\.csv is .* data resolve".*\ndata\/confidence\.csv is .* data calibrate"/);
});

test('a cut released.csv is a fault with its line, and blocks a release', async () => {
  const folder = copyOfData();
  spoilFile(join(folder, 'released.csv'), (text) => text.slice(0, text.indexOf('\n', text.length / 2) + 1));
  const lines = readFileSync(join(folder, 'released.csv'), 'utf8').split('\n').length;
  const { printed, exitCode } = await run('check', '--data', folder);
  expect([exitCode, printed]).toEqual([2, expect.stringMatching(new RegExp(`^released\\.csv:${lines}: .*\n$`))]);
  await expect(refused('release', '--name', '2027.1.1', '--data', folder)).rejects.toMatchObject({ exitCode: 2 });
  expect(readFileSync(join(folder, 'changes.csv'), 'utf8')).not.toContain('2027.1.1');
});

test('a release lists each change once, and leaves no fault', async () => {
  const folder = copyOfData();
  spoilFile(join(folder, 'claims.csv'), (text) => text.replace(/^(CN-LS,resumed,1994-01-)12/gm, '$113'));
  expect((await run('release', '--name', '2027.1.1', '--data', folder)).printed).toMatch(/^2027\.1\.1: .*1 day/);
  expect((await run('release', '--check', '--data', folder)).printed).toMatch(/^pending: 0 new, 0 gone, 0 day/);
});

test('start looks again at data that has changed since it was found fresh', async () => {
  const [folder, data] = [mkdtempSync(join(folders, 'started-')), copyOfData()];
  await startedOn(data, folder).remember();
  startedOn(data, folder);
  writeFileSync(join(data, 'events.csv'), '');
  expect(() => startedOn(data, folder)).toThrow('data/events.csv');
});

function spoilFile(path: string, spoil: (text: string) => string): void {
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
}

function startedOn(data: string, folder = mkdtempSync(join(folders, 'started-'))) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  return insistOnFreshData(folder, command, data);
}
