import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { countKinds, type KindCount } from '../src/dataset/counts.ts';
import { writeEvents } from '../src/dataset/files/events-csv.ts';
import { describeFault, type Fault } from '../src/dataset/files/fault.ts';
import { editedFiles, readDataset } from '../src/dataset/read-dataset.ts';
import { type ClaimedDataset, resolve } from '../src/dataset/resolving/resolve.ts';
import { staleFiles } from '../src/dataset/stale-files.ts';
import { dayOf } from '../src/domain/calendar-date.ts';
import { isOrganisation } from '../src/domain/state.ts';
import { addCalibrate } from './data-calibrate.ts';
import { addCompare } from './data-compare.ts';
import { addExport } from './data-export.ts';
import { addRelease } from './data-release.ts';
import { addReview } from './data-review.ts';
import { dataFolder, readFilesIn } from './dataset-files.ts';
import { formatOption } from './options.ts';
import { faultsOfReleased } from './released-file.ts';
import { table } from './table.ts';

type Options = { readonly data: string; readonly format: string; readonly check?: true };

/** `jubilee data`: checks, resolves, compares and releases the data. */
export function dataCommand(): Command {
  const data = new Command('data').description('Checks the dataset, resolves its claims into events, and exports it.');
  data
    .command('check')
    .description(
      'reports every fault of the dataset with file and line, and stale generated files, or prints its counts',
    )
    .addHelpText('after', '\nExit code: 0 without faults, 2 with faults.')
    .option('--data <folder>', 'folder of the dataset', dataFolder)
    .addOption(formatOption('table', 'json'))
    .action(check);
  data
    .command('resolve')
    .description('resolves claims and rulings into events.csv')
    .addHelpText(
      'after',
      '\nExit code: 0 when events.csv is fresh or written, 1 when --check finds it stale, 2 with faults.',
    )
    .option('--check', 'write nothing; report whether events.csv is fresh')
    .option('--data <folder>', 'folder of the dataset', dataFolder)
    .addOption(formatOption('table', 'json'))
    .action(resolveEvents);
  addCalibrate(data, readChecked);
  addCompare(data);
  addReview(data);
  addRelease(data, readChecked);
  addExport(data);
  return data;
}

function check({ data, format }: Options, command: Command): void {
  const dataset = readChecked(data, format, command);
  if (dataset === undefined) return;
  const timelines = resolve(dataset);
  const cut = faultsOfReleased(readFilesIn(data), timelines);
  if (cut.length > 0) {
    tellFaults(cut, format);
    return;
  }
  const stale = staleFiles(dataset, timelines, readFilesIn(data));
  if (stale.length > 0) {
    tellStale(stale, format);
    return;
  }
  const counts = countKinds(dataset, timelines);
  const states = [...dataset.states.values()];
  const organisations = states.filter(isOrganisation);
  const totals = {
    pairs: timelines.length,
    sources: dataset.sources.size,
    states: states.length - organisations.length,
    organisations: organisations.length,
    rulings: dataset.rulings.length,
  };
  if (format === 'json') print(`${JSON.stringify({ ...totals, kinds: counts })}\n`);
  else print(`${formatCounts(counts)}\n${formatTotals(totals)}; no fault found\n`);
}

function tellStale(stale: readonly string[], format: string): void {
  process.exitCode = 2;
  print(format === 'json' ? `${JSON.stringify({ stale })}\n` : `${stale.join('\n')}\n`);
}

function formatCounts(counts: readonly KindCount[]): string {
  const [head = []] = counts.map(Object.keys);
  return table(
    head,
    counts.map((count) => Object.values(count)),
  );
}

function formatTotals(totals: Readonly<Record<string, number>>): string {
  return Object.entries(totals)
    .map(([what, number]) => `${number} ${what}`)
    .join(', ');
}

function resolveEvents({ data, format, check: onlyCheck }: Options, command: Command): void {
  const dataset = readChecked(data, format, command);
  if (dataset === undefined) return;
  const timelines = resolve(dataset);
  const path = join(data, 'events.csv');
  const text = writeEvents(timelines);
  const isFresh = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (!isFresh && onlyCheck) {
    process.exitCode = 1;
    print(outcome(format, 'stale', `${path} is stale: run jubilee data resolve and commit what it writes`));
    return;
  }
  if (!isFresh) writeFileSync(path, text);
  print(
    outcome(
      format,
      isFresh ? 'fresh' : 'written',
      `${path} is ${isFresh ? 'fresh' : 'written'}: ${timelines.length} pairs`,
    ),
  );
}

/** Reads the dataset in `folder`; if it has faults, reports them all and returns `undefined`. */
function readChecked(folder: string, format: string, command: Command): ClaimedDataset | undefined {
  const missing = editedFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) command.error(`error: ${folder} has no ${missing.join(', ')}`, { exitCode: 2 });
  const text = (file: (typeof editedFiles)[number]) => readFileSync(join(folder, file), 'utf8');
  const { dataset, faults } = readDataset(text, dayOf(new Date()));
  if (faults.length === 0) return dataset;
  tellFaults(faults, format);
  return undefined;
}

function tellFaults(faults: readonly Fault[], format: string): void {
  process.exitCode = 2;
  print(
    format === 'json' ? `${JSON.stringify({ faults })}\n` : faults.map((fault) => `${describeFault(fault)}\n`).join(''),
  );
}

function outcome(format: string, word: string, sentence: string): string {
  return format === 'json' ? `${JSON.stringify({ events: word })}\n` : `${sentence}\n`;
}

function print(text: string): void {
  process.stdout.write(text);
}
