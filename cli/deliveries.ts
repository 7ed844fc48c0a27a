import { Command } from 'commander';
import { mailAddress } from '../src/requests/address.ts';
import { formatOption } from './options.ts';
import { subscriberTables } from './subscribers/tables.ts';
import { orUnreachable } from './subscribers/unreachable.ts';
import { table } from './table.ts';

/** `jubilee deliveries`: what became of the digests of one person. */
export function deliveriesCommand(): Command {
  return new Command('deliveries')
    .description('Show the digests of one subscriber that are on record, and what became of each.')
    .requiredOption('--subscriber <address or id>', 'the mail address, or the id that logs name')
    .addOption(formatOption('table', 'json'))
    .action(async ({ subscriber, format }: { subscriber: string; format: string }, command: Command) => {
      const found = await orUnreachable(command, () => deliveriesOf(subscriber));
      if (found.length === 0) command.error('error: --subscriber: no digest of theirs is on record', { exitCode: 2 });
      process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : tableOf(found));
    });
}

async function deliveriesOf(whom: string) {
  const { addresses, deliveries } = subscriberTables();
  const address = mailAddress.safeParse(whom).data;
  return deliveries.ofSubscriber(address === undefined ? whom : await addresses.subscriberId(address));
}

function tableOf(deliveries: Awaited<ReturnType<typeof deliveriesOf>>): string {
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
