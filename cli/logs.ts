import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readStack } from '../src/adapters/account/deployed-stack.ts';
import { readLog } from '../src/adapters/account/function-log.ts';
import { formatOption, stackOption } from './options.ts';
import { isLocal } from './stack-names.ts';
import { type LogName, logs } from './stack-parts.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = {
  readonly since: number;
  readonly stack: string;
  readonly filter?: string;
  readonly format: string;
};

const MS_OF_UNIT: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `jubilee logs`: prints the log of a function. */
export function logsCommand(): Command {
  return new Command('logs')
    .description(
      'Print what a function has logged, or the access log of the site ("requests"); ids and outcomes, never addresses.',
    )
    .addArgument(new Argument('<function>', 'which log').choices(Object.keys(logs)))
    .addOption(
      new Option('--since <span>', 'how far back: minutes, hours or days, such as 30m')
        .argParser(readSpan)
        .default(readSpan('3h'), '3h'),
    )
    .addOption(new Option('--filter <pattern>', 'a filter pattern of CloudWatch Logs, such as ERROR'))
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .action(async (name: LogName, { since, stack, filter, format }: Options, command: Command) => {
      if (isLocal(process.env))
        command.error('error: the functions of "jubilee start" log to its own output', { exitCode: 2 });
      await orUnreachable(command, async () => {
        const { resources } = await readStack(stack);
        const group = resources.find(({ type, name: found }) => type === 'AWS::Logs::LogGroup' && found === logs[name]);
        if (group === undefined)
          return command.error(`error: the stack has no log of ${name}: deploy this version`, { exitCode: 2 });
        const now = new Date();
        const asked = { group: group.id, from: new Date(now.getTime() - since), filter, now };
        let lines = 0;
        for await (const { at, message } of readLog(asked)) {
          lines += 1;
          process.stdout.write(formatLine({ at: at.toISOString(), message: message.trimEnd() }, format));
        }
        if (lines === 0 && format === 'text') process.stdout.write(`${name} has logged nothing since then.\n`);
      });
    });
}

/** Formats an entry; as JSON, one object per line. */
function formatLine(line: { readonly at: string; readonly message: string }, format: string): string {
  return format === 'json' ? `${JSON.stringify(line)}\n` : `${line.at} ${line.message}\n`;
}

function readSpan(text: string): number {
  const [, count, unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
  if (count === undefined)
    throw new InvalidArgumentError('It must be a number of minutes, hours or days such as 30m, 3h, 2d.');
  return Number(count) * (MS_OF_UNIT[unit] ?? 0);
}
