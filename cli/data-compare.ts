import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { compareList } from '../src/dataset/comparing/compare.ts';
import { withOwnList } from '../src/dataset/comparing/into-dataset.ts';
import { type ListedAct, readOwnList } from '../src/dataset/comparing/own-list.ts';
import type { Interpretation } from '../src/dataset/files/table.ts';
import { dayOf } from '../src/domain/calendar-date.ts';
import type { StateCode } from '../src/domain/relation-event.ts';
import { findStates } from '../src/finding/find-states.ts';
import { type NamedState, stateIndex } from '../src/finding/state-index.ts';
import { comparisonFormats } from './data-compare-formats.ts';
import { dataFolder, readDataset } from './dataset-files.ts';
import { formatOption } from './options.ts';

type Options = {
  readonly state: string;
  readonly dayFirst?: boolean;
  readonly format: keyof typeof comparisonFormats;
  readonly write?: boolean;
  readonly source?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly data: string;
};

/** `jubilee data compare`: compares a ministry's own list with the dataset, and adds it. */
export function addCompare(data: Command): void {
  data
    .command('compare')
    .description("compares a ministry's own list with the dataset, line by line")
    .argument('<list>', 'a CSV file: partner (code or name), date and, optionally, the kind of act')
    .requiredOption('--state <code>', 'whose list it is, such as LV')
    .option('--day-first', 'reads 24/08/1991 and 24-08-1991 as 24 August')
    .option('--write', 'adds the list to the dataset as claims of an official source')
    .option('--source <key>', 'key of the list in sources.csv, such as lv-mfa-list')
    .option('--publisher <name>', 'who publishes the list; for a source that is not yet in sources.csv')
    .option('--url <address>', 'where the list is published; for a source that is not yet in sources.csv')
    .addOption(new Option('--data <folder>', 'folder of the dataset to write to').default(dataFolder))
    .addOption(formatOption('table', 'csv', 'json'))
    .addHelpText(
      'after',
      '\nExit code: 0 if every line was read, otherwise 2, and nothing is written.\nSee docs/own-list.md for an example.',
    )
    .action(compare);
}

function compare(path: string, options: Options, command: Command): void {
  const { timelines, states } = readDataset();
  const state = options.state.toUpperCase();
  if (!states.some(({ code }) => code === state)) refuse(command, `--state: no state has the code ${options.state}`);
  const list = readOwnList(readList(path, command), {
    state,
    dayFirst: options.dayFirst ?? false,
    stateNamed: stateNamed(stateIndex(states)),
  });
  if (list.acts.length + list.unreadable.length === 0) refuse(command, `${path} has no lines`);
  const compared = compareList(list.acts, state, timelines);
  process.stdout.write(comparisonFormats[options.format]({ state, compared, unreadable: list.unreadable }));
  if (list.unreadable.length > 0) process.exitCode = 2;
  else if (options.write) write(list.acts, state, options, command);
}

/** Finds the state that a cell names; rejects an ambiguous or misspelt name with suggestions. */
function stateNamed(index: readonly NamedState[]): (text: string) => Interpretation<StateCode> {
  return (text) => {
    const found = findStates(text, index);
    if (found === undefined) return { reasons: [`no state is called "${text}": write its two-letter code`] };
    const [code, ...others] = found.codes;
    if (found.match === 'exact' && code !== undefined && others.length === 0) return { value: code };
    return {
      reasons: [`"${text}" is not the name of one state: write the code (${found.codes.slice(0, 5).join(', ')}?)`],
    };
  };
}

function write(acts: readonly ListedAct[], state: StateCode, options: Options, command: Command): void {
  const { source, publisher = '', url = '', data } = options;
  if (source === undefined) refuse(command, '--write needs --source: the key of the list in sources.csv');
  const text = (file: string) => readFileSync(join(data, file), 'utf8');
  const outcome = withOwnList(
    { claims: text('claims.csv'), sources: text('sources.csv') },
    { acts, state, source: { id: source, publisher, url, retrieved: dayOf(new Date()) } },
  );
  if ('reason' in outcome) refuse(command, outcome.reason);
  writeFileSync(join(data, 'claims.csv'), outcome.claims);
  writeFileSync(join(data, 'sources.csv'), outcome.sources);
  process.stderr.write(`${outcome.added} claims added to ${join(data, 'claims.csv')}: run jubilee data resolve\n`);
}

function readList(path: string, command: Command): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(command, `${path}: cannot be read`);
  }
}

function refuse(command: Command, reason: string): never {
  return command.error(`error: ${reason}`, { exitCode: 2 });
}
