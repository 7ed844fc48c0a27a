import { Command } from 'commander';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import type { Milestone } from '../src/domain/milestone.ts';
import { milestonesBetween } from '../src/domain/milestones-due.ts';
import { anniversariesCsv } from '../src/feeds/anniversaries-csv.ts';
import { anniversaryRecord } from '../src/feeds/anniversary-record.ts';
import { readDataset } from './dataset-files.ts';
import { addFilterOptions, formatOption, type PreferenceOptions, readDate, readPreferences } from './options.ts';
import { table } from './table.ts';

type Options = PreferenceOptions & {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly format: string;
};

/** `jubilee anniversaries`: what falls between two days. */
export function anniversariesCommand(): Command {
  return addFilterOptions(new Command('anniversaries'))
    .description('List the milestones between two days, both included.')
    .requiredOption('--from <date>', 'first day, such as 2024-01-12', readDate)
    .requiredOption('--to <date>', 'last day', readDate)
    .addOption(formatOption('table', 'json', 'csv'))
    .addHelpText('after', '\nAn event known by month or year counts from the first day of it, and shows no day.')
    .action((options: Options, command: Command) => {
      if (options.to < options.from) command.error('error: --to: it is before --from', { exitCode: 2 });
      process.stdout.write(list(options, command));
    });
}

function list(options: Options, command: Command): string {
  const { timelines, states } = readDataset();
  const filter = readPreferences(options, states, command);
  const milestones = milestonesBetween(timelines, { from: options.from, through: options.to }, filter);
  if (options.format === 'table') return tableOf(milestones);
  const records = milestones.map((milestone) => anniversaryRecord(milestone, filter.leapDay));
  return options.format === 'csv' ? anniversariesCsv(records) : `${JSON.stringify(records, null, 2)}\n`;
}

function tableOf(milestones: readonly Milestone[]): string {
  const rows = milestones.map(({ timeline, event, years, date }) => [
    date,
    timeline.pair,
    years,
    event.kind,
    event.date,
    event.standing,
  ]);
  return table(['date', 'pair', 'years', 'kind', 'origin', 'standing'], rows);
}
