import { Argument, Command } from 'commander';
import { restoreRows } from '../src/adapters/dynamodb/restore-rows.ts';
import { type TableName, tableShapes } from '../src/adapters/dynamodb/table-shapes.ts';
import { newDocumentClient } from '../src/adapters/lambda/clients.ts';
import { formatOption, stackOption } from './options.ts';
import { stackNames } from './stack-names.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

/** The tables to restore; a deployment seeds the others, or they hold only short-lived counters. */
const restorable = ['subscribers', 'deliveries', 'runs'] as const satisfies readonly TableName[];
type Options = { readonly from: string; readonly stack: string; readonly format: string };

/** `jubilee restore`: copies lost rows into the live table from one that DynamoDB restored to a point in time. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Put back what a table has lost, from one that was restored beside it. What is there stays as it is.')
    .addArgument(new Argument('<table>', 'which table').choices(restorable))
    .requiredOption('--from <name>', 'the restored table')
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', '\nSafe to repeat.')
    .action(async (table: (typeof restorable)[number], { from, stack, format }: Options, command: Command) => {
      const report = await orUnreachable(command, async () => {
        const { tables } = await stackNames(stack);
        return restoreRows(newDocumentClient(), { from, into: tables[table], shape: tableShapes[table] });
      });
      const sentence = `${report.putBack} rows put back; ${report.kept} were there and stay as they are.`;
      process.stdout.write(format === 'json' ? `${JSON.stringify(report)}\n` : `${sentence}\n`);
    });
}
