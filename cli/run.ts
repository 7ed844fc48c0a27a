import { Command } from 'commander';
import * as z from 'zod';
import { newLambdaClient } from '../src/adapters/lambda/clients.ts';
import { functionCaller } from '../src/adapters/lambda/function-caller.ts';
import { tickAt } from '../src/domain/schedule.ts';
import { formatOption, readInstant, stackOption } from './options.ts';
import { stackClock } from './stack-clock.ts';
import { stackNames } from './stack-names.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = { readonly tick?: Date; readonly stack: string; readonly format: string };

/** `jubilee run`: runs the planner now, or replays a past tick. */
export function runCommand(): Command {
  return new Command('run')
    .description('Plan everything through now, or replay a past tick with those that were planned together with it.')
    .option('--tick <instant>', 'a past tick, such as 2024-01-05T08:00:00Z; no digest is sent twice', readInstant)
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .action(async ({ tick, stack, format }: Options, command: Command) => {
      const answer = await orUnreachable(command, () => plan(tick, stack));
      if (answer === 'not-on-record')
        command.error('error: --tick: no run of this tick is on record; "jubilee runs" shows those that are', {
          exitCode: 2,
        });
      process.stdout.write(format === 'json' ? `${JSON.stringify(answer)}\n` : `${describeRun(answer)}\n`);
    });
}

async function plan(tick: Date | undefined, stack: string): Promise<Answer> {
  const { planner } = await stackNames(stack);
  const event = { tick: tickAt(tick ?? stackClock(process.env)()).toISOString(), replay: tick !== undefined };
  return planned.parse(await functionCaller(newLambdaClient()).call(planner, event));
}

type Answer = z.output<typeof planned>;
const planned = z.union([
  z.enum(['planned', 'unfinished', 'busy', 'not-on-record']),
  z.object({
    ticks: z.object({ after: z.string(), through: z.string() }),
    subscribers: z.int(),
    digests: z.int(),
  }),
]);

const outcomes = {
  planned: 'Everything through now is planned.',
  unfinished: 'The planner has run out of time; another invocation goes on.',
  busy: 'Another run is under way; "jubilee runs" shows it.',
  'not-on-record': '',
} as const;

function describeRun(answer: Answer): string {
  if (typeof answer === 'string') return outcomes[answer];
  const { ticks, subscribers, digests } = answer;
  return `Looked at ${subscribers} subscribers for the ticks after ${ticks.after} through ${ticks.through}; put ${digests} digests into the queue.`;
}
