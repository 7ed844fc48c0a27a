import { Argument, Command } from 'commander';
import { readStack } from '../src/adapters/account/deployed-stack.ts';
import { emptyQueue, putBack, readQueueState } from '../src/adapters/account/queue-state.ts';
import { newSqsClient } from '../src/adapters/sqs/sqs-client.ts';
import { queueUrls } from './local/queue-operations.ts';
import { formatOption, stackOption } from './options.ts';
import { isLocal } from './stack-names.ts';
import { type DeadLettersName, deadLetters } from './stack-parts.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = { readonly stack: string; readonly format: string };

const localNames: Readonly<Record<string, string>> = {
  digests: 'digest-queue',
  notices: 'notice-queue',
  feedback: 'event-queue',
};

/** `jubilee redrive`: moves dead letters back for another ten attempts. */
export function redriveCommand(): Command {
  return new Command('redrive')
    .description('Move dead letters back to their queue. Work that is already done is not repeated.')
    .addArgument(new Argument('<queue>', 'which queue').choices(Object.keys(deadLetters)))
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText(
      'after',
      '\nMissed ticks only show that the planner failed; later ticks have planned what they left. They are removed, not moved back.',
    )
    .action(async (name: DeadLettersName, { stack, format }: Options, command: Command) => {
      await orUnreachable(command, async () => {
        const url = await findQueueUrl(name, stack);
        if (url === undefined) return command.error(`error: the stack has no dead letters of ${name}`, { exitCode: 2 });
        const sqs = newSqsClient();
        const { arn, waiting } = await readQueueState(sqs, url);
        if (waiting > 0) await (name === 'ticks' ? emptyQueue(sqs, url) : putBack(sqs, arn));
        const done = name === 'ticks' ? 'removed' : 'put back';
        const report = { queue: name, messages: waiting, done };
        process.stdout.write(format === 'json' ? `${JSON.stringify(report)}\n` : `${waiting} ${name} ${done}\n`);
      });
    });
}

async function findQueueUrl(name: DeadLettersName, stack: string): Promise<string | undefined> {
  const local = localNames[name];
  if (isLocal(process.env)) return local && queueUrls(process.env.AWS_ENDPOINT_URL_SQS ?? '', [local])[1];
  const { resources } = await readStack(stack);
  return resources.find(({ type, name: found }) => type === 'AWS::SQS::Queue' && found === deadLetters[name])?.id;
}
