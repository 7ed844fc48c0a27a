import { Command } from 'commander';
import { mailAddress } from '../src/requests/address.ts';
import { formatOption, stackOption } from './options.ts';
import { subscriberTables } from './subscribers/tables.ts';
import { orUnreachable } from './subscribers/unreachable.ts';
import { table } from './table.ts';

type Options = { readonly subscriber: string; readonly stack: string; readonly format: string };

/** `jubilee deliveries`: shows what became of one person's digests. */
export function deliveriesCommand(): Command {
  return new Command('deliveries')
    .description('Show the digests of one subscriber that are on record, and what became of each.')
    .requiredOption('--subscriber <address or id>', 'the mail address, or the id that logs name')
    .addOption(stackOption())
    .addOption(formatOption('table', 'json'))
    .action(async ({ subscriber, stack, format }: Options, command: Command) => {
      const found = await orUnreachable(command, () => findDeliveries(subscriber, stack));
      if (found.length === 0) command.error('error: --subscriber: no digest of theirs is on record', { exitCode: 2 });
      process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : formatDeliveries(found));
    });
}

async function findDeliveries(subscriber: string, stack: string) {
  const { addresses, deliveries } = await subscriberTables(stack);
  const address = mailAddress.safeParse(subscriber).data;
  return deliveries.ofSubscriber(address === undefined ? subscriber : await addresses.subscriberId(address));
}

function formatDeliveries(deliveries: Awaited<ReturnType<typeof findDeliveries>>): string {
  const rows = deliveries.map(({ on, coverage, status, settledAt = '', reason = '', ...told }) => [
    on,
    coverage.from,
    coverage.through,
    status,
    settledAt,
    told.deliveredAt ?? '',
    told.permanentBounceAt ?? told.transientBounceAt ?? '',
    told.complaintAt ?? '',
    reason,
  ]);
  const head = ['on', 'from', 'through', 'status', 'settled', 'delivered', 'bounced', 'complained', 'reason'];
  return table(head, rows);
}
