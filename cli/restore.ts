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
    .description('Copy lost rows into a table from one that was restored beside it. Existing rows stay.')
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
      const sentence = `${report.putBack} missing rows restored; ${report.kept} existing rows kept.`;
      process.stdout.write(format === 'json' ? `${JSON.stringify(report)}\n` : `${sentence}\n`);
    });
}
