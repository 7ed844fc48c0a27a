import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { nameOfAct, type ReleasedRow, readChanges, readReleased, writeChanges } from '../src/dataset/files/changes.ts';
import { describeFault } from '../src/dataset/files/fault.ts';
import type { Reading } from '../src/dataset/files/table.ts';
import { changesSince, type FoundChange } from '../src/dataset/releasing/compare-releases.ts';
import { reasonFor } from '../src/dataset/releasing/reasons.ts';
import { type ClaimedDataset, resolve } from '../src/dataset/resolving/resolve.ts';
import { dayOf } from '../src/domain/calendar-date.ts';
import { type Change, changeSorts, formatRelease, releasedOn } from '../src/domain/change.ts';
import type { Timeline } from '../src/domain/timeline.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { dataFolder, readFilesIn } from './dataset-files.ts';
import { formatOption, list, resolveStateCode } from './options.ts';
import { faultsOfReleased, writeReleasedFile } from './released-file.ts';
import { table } from './table.ts';

type ReleaseOptions = { readonly name?: string; readonly check?: true; readonly data: string; readonly format: string };
type Listing = {
  readonly state?: readonly string[];
  readonly release?: string;
  readonly format: string;
  readonly data: string;
};
type ReadChecked = (folder: string, format: string, command: Command) => ClaimedDataset | undefined;

/** `jubilee data release` and `jubilee data changes`: record and list the changes of the data from release to release. */
export function addRelease(data: Command, readChecked: ReadChecked): void {
  data
    .command('release')
    .description('appends what has changed since the last release to changes.csv, each change with its reason')
    .option('--name <version>', 'the day of the release, such as 2026.12.1 (default: today)', readName)
    .option('--check', 'write nothing; count what has changed since the last release')
    .option('--data <folder>', 'folder of the dataset', dataFolder)
    .addOption(formatOption('table', 'json'))
    .addHelpText(
      'after',
      '\nExit code: 0, or 2 with faults. docs/data-releases.md explains how to make and review a release.',
    )
    .action((options: ReleaseOptions, command: Command) => release(options, command, readChecked));
  data
    .command('changes')
    .description('lists what has changed in the data, the latest release first')
    .addOption(list('--state <name>', 'only of this state, by code or name; may be repeated', resolveStateCode))
    .option('--release <version>', 'only of this release')
    .option('--data <folder>', 'folder of the dataset', dataFolder)
    .addOption(formatOption('table', 'json'))
    .action(listChanges);
}

function release(
  { name = formatRelease(dayOf(new Date())), check, data, format }: ReleaseOptions,
  command: Command,
  readChecked: ReadChecked,
): void {
  const dataset = readChecked(data, format, command);
  if (dataset === undefined) return;
  const timelines = resolve(dataset);
  const released = readRowsOrExit<ReleasedRow>(readReleased, join(data, 'released.csv'), command);
  const [cut] = faultsOfReleased(readFilesIn(data), timelines);
  if (cut !== undefined) command.error(`error: ${describeFault(cut)}`, { exitCode: 2 });
  const found = changesSince(released, timelines);
  if (check) print(format, { release: 'pending', changes: countBySort(found) });
  else write(name, { found, timelines, dataset, data, format }, command);
}

type Release = {
  readonly found: readonly FoundChange[];
  readonly timelines: readonly Timeline[];
  readonly dataset: ClaimedDataset;
  readonly data: string;
  readonly format: string;
};

function write(name: string, { found, timelines, dataset, data, format }: Release, command: Command): void {
  const earlier = readRowsOrExit<Change>(readChanges, join(data, 'changes.csv'), command);
  if (earlier.some((change) => change.release === name))
    command.error(`error: --name: ${name} has already been released`, { exitCode: 2 });
  const changes = found.map(({ event, ...change }) => ({
    release: name,
    ...change,
    ...reasonFor({ ...change, ...(event && { event }) }, dataset),
  }));
  writeFileSync(join(data, 'changes.csv'), writeChanges([...changes, ...earlier]));
  writeReleasedFile(data, timelines);
  print(format, { release: name, changes: countBySort(found) });
}

function listChanges({ state = [], release: version, format, data }: Listing, command: Command): void {
  const changes = readRowsOrExit<Change>(readChanges, join(data, 'changes.csv'), command)
    .filter(({ release: of }) => version === undefined || of === version)
    .filter(({ pair }) => state.length === 0 || state.some((code) => pair.split('-').includes(code.toUpperCase())));
  process.stdout.write(format === 'json' ? `${JSON.stringify(changes, null, 2)}\n` : changesTable(changes));
}

function changesTable(changes: readonly Change[]): string {
  const { names } = wordingIn('en');
  const rows = changes.map(({ release: of, pair, what, before, after, reason }) => [
    of,
    pair,
    names.pair(pair),
    what,
    nameOfAct(before),
    nameOfAct(after),
    reason,
  ]);
  return rows.length === 0
    ? 'Nothing has changed.\n'
    : table(['release', 'pair', 'names', 'what', 'before', 'after', 'why'], rows);
}

function readRowsOrExit<Value>(read: (text: string) => Reading<Value>, path: string, command: Command): Value[] {
  if (!existsSync(path)) command.error(`error: there is no ${path}`, { exitCode: 2 });
  const { rows, faults } = read(readFileSync(path, 'utf8'));
  const [fault] = faults;
  if (fault !== undefined) command.error(`error: ${describeFault(fault)}`, { exitCode: 2 });
  return rows.map(({ value }) => value);
}

function countBySort(changes: readonly { readonly what: Change['what'] }[]): Readonly<Record<string, number>> {
  return Object.fromEntries(changeSorts.map((sort) => [sort, changes.filter(({ what }) => what === sort).length]));
}

function print(
  format: string,
  outcome: { readonly release: string; readonly changes: Readonly<Record<string, number>> },
): void {
  const counts = Object.entries(outcome.changes).map(([sort, count]) => `${count} ${sort}`);
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(outcome)}\n` : `${outcome.release}: ${counts.join(', ')}\n`,
  );
}

function readName(text: string): string {
  if (releasedOn(text) === undefined)
    throw new InvalidArgumentError('A release is named for its day: year, month and day, such as 2026.12.1.');
  return text;
}
