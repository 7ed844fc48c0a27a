import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { importSubscriber } from '../../src/domain/subscription.ts';
import { readDataset } from '../dataset-files.ts';
import { formatOption, stackOption } from '../options.ts';
import { type ImportedRow, type ImportFault, readImport } from './read-import.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

type Options = {
  readonly dryRun?: boolean;
  readonly consent?: string;
  readonly stack: string;
  readonly format: string;
};

export function importCommand(): Command {
  return new Command('import')
    .description('subscribe the people of a CSV file: each is mailed one confirmation within the hour')
    .argument('<file>', 'columns: email and any of the preferences')
    .option('--dry-run', 'only check the file: name every fault with its line, write nothing')
    .option('--consent <record>', 'they have consented already, as is recorded there: they are asked nothing')
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', '\nWith a fault anywhere nothing is imported. Subscribers on file stay as they are.')
    .action(importFile);
}

async function importFile(path: string, options: Options, command: Command): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() =>
    command.error(`error: ${path}: cannot be read`, { exitCode: 2 }),
  );
  const { rows, faults } = readImport(text, readDataset().codes);
  if (faults.length > 0) return refuse(path, faults, options.format);
  const written = options.dryRun ? undefined : await orUnreachable(command, () => write(rows, options));
  const report = { file: path, subscribers: rows.length, ...written };
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(report)}\n` : sentenceOf(report));
}

type Report = {
  readonly file: string;
  readonly subscribers: number;
  readonly added?: number;
};

function sentenceOf({ file, subscribers, added }: Report): string {
  if (added === undefined) return `${file}: ${subscribers} subscribers, no fault; nothing is written yet\n`;
  return `${file}: ${added} subscribers added; ${subscribers - added} were known and stay as they are\n`;
}

/** Every fault at once, so that the file can be mended at once. */
function refuse(path: string, faults: readonly ImportFault[], format: string): void {
  process.exitCode = 2;
  if (format === 'json') process.stdout.write(`${JSON.stringify({ file: path, faults })}\n`);
  for (const { line, reason } of faults) process.stderr.write(`${path}:${line}: ${reason}\n`);
}

async function write(rows: readonly ImportedRow[], { consent, stack }: Options): Promise<{ added: number }> {
  const { subscribers, addresses } = await subscriberTables(stack);
  let added = 0;
  for (const { email, preferences } of rows) {
    const id = await addresses.subscriberId(email);
    const newcomer = importSubscriber({ id, email, preferences, at: new Date() }, consent);
    if (await subscribers.isSuppressed(id)) continue;
    if ((await subscribers.change(id, (known) => known ?? newcomer)) === newcomer) added += 1;
  }
  return { added };
}
