import { Command } from 'commander';
import type { RunRecord } from '../src/adapters/dynamodb/run-table.ts';
import { ticksIn } from '../src/domain/schedule.ts';
import { formatOption, readCount, stackOption } from './options.ts';
import { subscriberTables } from './subscribers/tables.ts';
import { orUnreachable } from './subscribers/unreachable.ts';
import { table } from './table.ts';

type Options = { readonly most: number; readonly stack: string; readonly format: string };
type Ledger = Awaited<ReturnType<typeof ledger>>;

/** `jubilee runs`: shows the ledger of the planner and of the completeness checks. */
export function runsCommand(): Command {
  return new Command('runs')
    .description(
      'Show the last planned tick, the latest runs of the planner, and whether everybody got the digests that were due.',
    )
    .option('--most <number>', 'how many runs and checks to list', readCount, 20)
    .addOption(stackOption())
    .addOption(formatOption('table', 'json'))
    .action(async ({ most, stack, format }: Options, command: Command) => {
      const found = await orUnreachable(command, () => ledger(most, stack));
      process.stdout.write(
        format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : `${formatRuns(found)}\n${formatChecks(found)}`,
      );
    });
}

async function ledger(most: number, stack: string) {
  const { runs, checks } = await subscriberTables(stack);
  const { plannedThrough, run: underWay } = await runs.head();
  return {
    plannedThrough,
    underWay,
    runs: (await runs.latest(most)).map(toRun),
    checkedThrough: await checks.checkedThrough(),
    checks: (await checks.latest(most)).map(({ counts, missing, ...check }) => ({
      ...check,
      ...counts,
      missingFor: missing,
    })),
  };
}

function toRun({ after, through, startedAt, doneAt, counts }: RunRecord) {
  return { after, through, ticks: ticksIn({ after, through }).length, startedAt, doneAt, ...counts };
}

function formatRuns({ plannedThrough, underWay, runs }: Ledger): string {
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

function formatChecks({ checkedThrough, checks }: Ledger): string {
  const head = checkedThrough ? `Checked through ${checkedThrough.toISOString()}\n` : 'No day has been checked yet\n';
  const rows = checks.map((check) => [
    check.through.toISOString(),
    check.days.join(),
    check.due,
    check.sent,
    check.failed,
    check.missing,
    check.unjudged,
    check.missingFor.join(),
  ]);
  const titles = ['through', 'days', 'due', 'sent', 'failed', 'missing', 'unjudged', 'missing for'];
  return `${head}${table(titles, rows)}`;
}
