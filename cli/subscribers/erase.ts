import { Command } from 'commander';
import { eraseSubscriber } from '../../src/adapters/erase-subscriber.ts';
import { formatOption } from '../options.ts';
import { addressArgument } from './address-argument.ts';
import { subscriberTables } from './tables.ts';
import { orUnreachable } from './unreachable.ts';

export function eraseCommand(): Command {
  return new Command('erase')
    .description('leave nothing of an address in any table; safe to repeat')
    .addArgument(addressArgument())
    .addOption(formatOption('text', 'json'))
    .action(async (address: string, { format }: { format: string }, command: Command) => {
      const wasKnown = await orUnreachable(command, () => eraseAddress(address));
      const sentence = wasKnown ? 'Erased.' : 'Nothing was held about this address.';
      process.stdout.write(format === 'json' ? `${JSON.stringify({ wasKnown })}\n` : `${sentence}\n`);
    });
}

async function eraseAddress(address: string): Promise<boolean> {
  const tables = subscriberTables();
  const id = await tables.addresses.subscriberId(address);
  const known = await tables.subscribers.find(id);
  await eraseSubscriber(id, tables);
  return known !== undefined;
}
