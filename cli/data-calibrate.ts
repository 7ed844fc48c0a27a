import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { measure } from '../src/dataset/calibrating/cells.ts';
import { compareWithIndependent } from '../src/dataset/calibrating/comparisons.ts';
import { withCalibration } from '../src/dataset/calibrating/readme-section.ts';
import { confidenceCells, confidenceColumns, writeConfidence } from '../src/dataset/files/confidence.ts';
import { type ClaimedDataset, resolve } from '../src/dataset/resolving/resolve.ts';
import type { Confidence } from '../src/domain/confidence.ts';
import { dataFolder } from './dataset-files.ts';
import { formatOption } from './options.ts';
import { table } from './table.ts';

type Options = { readonly data: string; readonly format: keyof typeof formats; readonly check?: true };

type ReadChecked = (folder: string, format: string, command: Command) => ClaimedDataset | undefined;

const formats = {
  table: (measured: readonly Confidence[]) => table(confidenceColumns, measured.map(confidenceCells)),
  csv: writeConfidence,
  json: (measured: readonly Confidence[]) => `${JSON.stringify(measured, null, 2)}\n`,
};

/** `jubilee data calibrate`: measures how far dates can be trusted. */
export function addCalibrate(data: Command, readChecked: ReadChecked): void {
  data
    .command('calibrate')
    .description('measures how many dates hold when they are compared with independent sources; writes confidence.csv')
    .option('--check', 'write nothing; report whether confidence.csv is fresh')
    .option('--data <folder>', 'folder of the dataset', dataFolder)
    .addOption(formatOption('table', 'csv', 'json'))
    .addHelpText('after', '\nExit code: 0 when fresh or written, 1 when --check finds it stale, 2 with faults.')
    .action((options: Options, command: Command) => {
      const dataset = readChecked(options.data, options.format, command);
      if (dataset !== undefined) calibrate(dataset, options);
    });
}

function calibrate(dataset: ClaimedDataset, { data, format, check }: Options): void {
  const measured = measureDataset(dataset);
  process.stdout.write(formats[format](measured));
  const stale = staleFiles(data, measured);
  if (check && stale.length > 0) process.exitCode = 1;
  for (const { path, text } of stale) {
    if (!check) writeFileSync(path, text);
    process.stderr.write(
      `${path} is ${check ? 'stale: run jubilee data calibrate and commit what it writes' : 'written'}\n`,
    );
  }
}

function measureDataset(dataset: ClaimedDataset): Confidence[] {
  const timelines = resolve(dataset);
  const events = timelines.flatMap((timeline) => timeline.events);
  return measure(compareWithIndependent(dataset, timelines), events);
}

/** Lists the generated files that differ from the measurements, with the text that they should have. */
function staleFiles(folder: string, measured: readonly Confidence[]): { path: string; text: string }[] {
  const [path, readme] = [join(folder, 'confidence.csv'), join(folder, 'README.md')];
  const current = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return [
    { path, text: writeConfidence(measured) },
    { path: readme, text: withCalibration(current(readme), measured) },
  ].filter((file) => current(file.path) !== file.text);
}
