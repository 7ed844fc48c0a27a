import { Argument, Command } from 'commander';
import { readStack } from '../src/adapters/account/deployed-stack.ts';
import { restartFunctions, rotateKeys } from '../src/adapters/account/key-rotation.ts';
import { formatOption, stackOption } from './options.ts';
import { isLocal, namesIn } from './stack-names.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = { readonly stack: string; readonly format: string; readonly forgetEarlier?: true };

/** `jubilee keys`: replaces the key that signs links. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('Add a new key to sign links with, and restart every function.')
    .addArgument(new Argument('<action>', 'what to do').choices(['rotate']))
    .option('--forget-earlier', 'invalidate every link and calendar address so far, after a key was stolen')
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', '\nUnsubscribe links and calendars survive every rotation, other links one. Prints no key.')
    .action(async (_action: string, { stack, format, forgetEarlier }: Options, command: Command) => {
      if (isLocal(process.env))
        command.error(
          'error: "jubilee start" keeps its keys in link-keys.json of its folder: remove it and start again',
          {
            exitCode: 2,
          },
        );
      const rotated = await orUnreachable(command, () => rotate(stack, forgetEarlier === true));
      const line = `A new key signs links; earlier keys still valid: ${rotated.earlierKeys}. ${rotated.functions.length} functions restarted.\n`;
      process.stdout.write(format === 'json' ? `${JSON.stringify(rotated)}\n` : line);
    });
}

async function rotate(stack: string, replaces: boolean) {
  const deployed = await readStack(stack);
  const { linkKeys: parameter } = namesIn(deployed);
  const functions = deployed.resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ id }) => id);
  const earlierKeys = await rotateKeys(parameter, { replaces });
  await restartFunctions(functions, `Keys of links of ${new Date().toISOString()}`);
  return { parameter, earlierKeys, functions };
}
