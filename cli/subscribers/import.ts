import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { importSubscriber } from '../../src/domain/subscription.ts';
import { readDataset } from '../dataset-files.ts';
import { formatOption, stackOption } from '../options.ts';
import { decodeText } from './decode-text.ts';
import { type ImportReport, reportText } from './import-report.ts';
import type { ImportedRow, ImportFault } from './import-row.ts';
import { readImport } from './read-import.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

type Options = {
  readonly dryRun?: boolean;
  readonly consent?: string;
  readonly stack: string;
  readonly format: string;
};

const help = `
With a fault anywhere nothing is imported. Subscribers on file stay as they are. People who unsubscribed, were
suppressed or were erased lately can come back only by subscribing; those that the file marks as unsubscribed or
suppressed are left out. Exports of other programs work: unknown columns are ignored.`;

export function importCommand(): Command {
  return new Command('import')
    .description('subscribe the people of a CSV file: each is mailed one confirmation within the hour')
    .argument('<file>', 'columns: email and any of the preferences')
    .option('--dry-run', 'write nothing; report every fault with its line and column')
    .option('--consent <record>', 'a reference to the record of their consent; they are not asked to confirm')
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', help)
    .action(importFile);
}

async function importFile(path: string, options: Options, command: Command): Promise<void> {
  const bytes = await readFile(path).catch(() => command.error(`error: ${path}: cannot be read`, { exitCode: 2 }));
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return command.error(`error: ${path} ${decoded.reason}`, { exitCode: 2 });
  const { rows, faults, leftOut, ignored } = readImport(decoded.text, readDataset().states);
  if (faults.length > 0) return refuse(path, faults, options.format);
  const written = options.dryRun ? undefined : await orUnreachable(command, () => write(rows, options));
  const subscribers = rows.length;
  const report: ImportReport = { file: path, encoding: decoded.encoding, subscribers, ...written, leftOut, ignored };
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(report)}\n` : reportText(report, rows));
}

/** Reports every fault, so that the file can be fixed in one go. */
function refuse(path: string, faults: readonly ImportFault[], format: string): void {
  process.exitCode = 2;
  if (format === 'json') process.stdout.write(`${JSON.stringify({ file: path, faults })}\n`);
  for (const { line, column, reason } of faults)
    process.stderr.write(`${path}:${line}: ${column === undefined ? '' : `${column}: `}${reason}\n`);
}

async function write(rows: readonly ImportedRow[], { consent, stack }: Options): Promise<{ added: number }> {
  const { subscribers, addresses, now } = await subscriberTables(stack);
  let added = 0;
  for (const { email, preferences, isPending } of rows) {
    const id = await addresses.subscriberId(email);
    const newcomer = importSubscriber({ id, email, preferences, at: now() }, isPending ? undefined : consent);
    if ((await subscribers.isBarred(id)) || (await subscribers.erasureOf(id)).erasedAt !== undefined) continue;
    if ((await subscribers.change(id, (known) => known ?? newcomer)) === newcomer) added += 1;
  }
  return { added };
}
