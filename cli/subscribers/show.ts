import { Command } from 'commander';
import { formatOption, stackOption } from '../options.ts';
import { addressArgument } from './address-argument.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

export function showCommand(): Command {
  return new Command('show')
    .description('print all stored data about an address')
    .addArgument(addressArgument())
    .addOption(stackOption())
    .addOption(formatOption('json'))
    .action(async (address: string, { stack }: { stack: string }, command: Command) => {
      const held = await orUnreachable(command, () => heldAbout(address, stack));
      if (held.subscriber === undefined) command.error('error: nothing is stored about this address', { exitCode: 2 });
      process.stdout.write(`${JSON.stringify(held, null, 2)}\n`);
    });
}

async function heldAbout(address: string, stack: string) {
  const { subscribers, deliveries, addresses } = await subscriberTables(stack);
  const id = await addresses.subscriberId(address);
  return { subscriber: await subscribers.find(id), deliveries: await deliveries.ofSubscriber(id) };
}
