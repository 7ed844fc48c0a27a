import { Command } from 'commander';
import { eraseSubscriber } from '../../src/adapters/dynamodb/erase-subscriber.ts';
import { formatOption, stackOption } from '../options.ts';
import { addressArgument } from './address-argument.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

export function eraseCommand(): Command {
  return new Command('erase')
    .description('erase an address from all tables; safe to repeat')
    .addArgument(addressArgument())
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .action(async (address: string, { stack, format }: { stack: string; format: string }, command: Command) => {
      const wasKnown = await orUnreachable(command, () => eraseAddress(address, stack));
      const sentence = wasKnown ? 'Erased.' : 'Nothing was held about this address.';
      process.stdout.write(format === 'json' ? `${JSON.stringify({ wasKnown })}\n` : `${sentence}\n`);
    });
}

async function eraseAddress(address: string, stack: string): Promise<boolean> {
  const tables = await subscriberTables(stack);
  const id = await tables.addresses.subscriberId(address);
  const known = await tables.subscribers.find(id);
  await eraseSubscriber(id, tables);
  return known !== undefined;
}
