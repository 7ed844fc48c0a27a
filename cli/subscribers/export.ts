import { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { formatOption, stackOption } from '../options.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

export function exportCommand(): Command {
  return new Command('export')
    .description('print every subscriber: address, preferences and status')
    .addOption(stackOption())
    .addOption(formatOption('csv', 'json'))
    .action(async ({ stack, format }: { stack: string; format: string }, command: Command) => {
      const records = await orUnreachable(command, () => everyRecord(stack));
      process.stdout.write(format === 'json' ? `${JSON.stringify(records, null, 2)}\n` : toCsv(records));
    });
}

type SubscriberRecord = ReturnType<typeof toRecord>;

const columns = ['email', ...Object.keys(defaultPreferences), 'status'];

async function everyRecord(stack: string): Promise<SubscriberRecord[]> {
  const { every } = await subscriberTables(stack);
  const records: SubscriberRecord[] = [];
  for await (const subscriber of every()) records.push(toRecord(subscriber));
  return records.sort((one, other) => (one.email < other.email ? -1 : 1));
}

function toRecord({ email, status, preferences }: Subscriber) {
  return { email, ...preferences, status };
}

function toCsv(records: readonly SubscriberRecord[]): string {
  const rows = records.map((record) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, toCell(value)])),
  );
  return stringify(rows, { header: true, columns, escape_formulas: true });
}

function toCell(value: SubscriberRecord[keyof SubscriberRecord]): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
