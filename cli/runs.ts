import { Command } from 'commander';
import type { RunRecord } from '../src/adapters/run-table.ts';
import { ticksOf } from '../src/domain/schedule.ts';
import { formatOption, readCount } from './options.ts';
import { subscriberTables } from './subscribers/tables.ts';
import { orUnreachable } from './subscribers/unreachable.ts';
import { table } from './table.ts';

type Ledger = Awaited<ReturnType<typeof ledger>>;

/** `jubilee runs`: the ledger of the planner. */
export function runsCommand(): Command {
  return new Command('runs')
    .description('Show how far ticks are planned, and what the latest runs of the planner did.')
    .option('--most <number>', 'how many runs', readCount, 20)
    .addOption(formatOption('table', 'json'))
    .action(async ({ most, format }: { most: number; format: string }, command: Command) => {
      const found = await orUnreachable(command, () => ledger(most));
      process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : tableOf(found));
    });
}

async function ledger(most: number) {
  const { runs } = subscriberTables();
  const { plannedThrough, run: underWay } = await runs.head();
  return { plannedThrough, underWay, runs: (await runs.latest(most)).map(recordOf) };
}

function recordOf({ after, through, startedAt, doneAt, counts }: RunRecord) {
  return { after, through, ticks: ticksOf({ after, through }).length, startedAt, doneAt, ...counts };
}

function tableOf({ plannedThrough, underWay, runs }: Ledger): string {
  const head = plannedThrough ? `Planned through ${plannedThrough.toISOString()}\n` : 'No tick has been planned yet\n';
  const open = underWay
    ? `Under way, or left: ${underWay.after.toISOString()} to ${underWay.through.toISOString()}\n`
    : '';
  const rows = runs.map((run) => [
    run.through.toISOString(),
    run.ticks,
    run.startedAt.toISOString(),
    run.doneAt.toISOString(),
    run.subscribers,
    run.digests,
    run.reminders,
  ]);
  return `${head}${open}${table(['through', 'ticks', 'started', 'done', 'subscribers', 'digests', 'reminders'], rows)}`;
}
