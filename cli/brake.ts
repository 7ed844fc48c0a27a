import { Argument, Command } from 'commander';
import { brakeTable } from '../src/adapters/dynamodb/brake-table.ts';
import { newDocumentClient } from '../src/adapters/lambda/clients.ts';
import { formatOption, stackOption } from './options.ts';
import { stackNames } from './stack-names.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = { readonly stack: string; readonly format: string; readonly confirmations?: true };

/** `jubilee brake`: shows why sending is stopped, and releases the brake. */
export function brakeCommand(): Command {
  return new Command('brake')
    .description(
      'Show the brake on mails to subscribers: since when, why, and after how many failed mails; or release it.',
    )
    .addArgument(new Argument('[action]', 'what to do').choices(['show', 'release']).default('show'))
    .option('--confirmations', 'the brake on confirmation mails, which releases by itself after a day')
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', '\nReleasing it restarts the counting: it cannot come on again before 1,000 mails.')
    .action(async (action: string, { stack, format, confirmations }: Options, command: Command) => {
      const state = await orUnreachable(command, async () => {
        const { tables } = await stackNames(stack);
        const brake = brakeTable(newDocumentClient(), tables.limits, confirmations ? 'unconfirmed' : 'confirmed');
        const found = await brake.state();
        if (action === 'release') await brake.release();
        return found;
      });
      const said = state?.brakedAt ? `on since ${state.brakedAt}, for ${state.brakedFor}` : 'off';
      const counted = state ? `\n${countsInWords(state)}; the thousand before: ${countsInWords(state.earlier)}` : '';
      const line = `${action === 'release' ? 'Released; it was ' : 'The brake is '}${said}.${counted}\n`;
      process.stdout.write(format === 'json' ? `${JSON.stringify(state ?? {})}\n` : line);
    });
}

type Counts = { readonly mails: number; readonly bounces: number; readonly complaints: number };

function countsInWords({ mails, bounces, complaints }: Counts): string {
  return `mails: ${mails}, bounces: ${bounces}, complaints: ${complaints}`;
}
