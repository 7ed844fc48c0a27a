import { Command } from 'commander';
import { anniversaries } from '../src/domain/anniversaries.ts';
import { precisions } from '../src/domain/calendar-date.ts';
import type { LeapDayRule, Milestone, Span } from '../src/domain/milestone.ts';
import { anniversariesCsv } from '../src/feeds/anniversaries-csv.ts';
import { type AnniversaryRecord, anniversaryRecord } from '../src/feeds/anniversary-record.ts';
import { anniversaryQuestion } from '../src/requests/anniversaries.ts';
import { datesOf } from '../src/wording/date-words.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { readDataset } from './dataset-files.ts';
import { addFilterOptions, formatOption, list, type PreferenceOptions, refuseOption } from './options.ts';
import { jsonLines, print } from './print.ts';
import { tableLines } from './table.ts';

type Options = PreferenceOptions & {
  readonly from: string;
  readonly to: string;
  readonly precision?: string[];
  readonly includeDiscontinued?: boolean;
  readonly format: 'table' | 'json' | 'csv';
};

/** `jubilee anniversaries`: lists the anniversaries between two days. */
export function anniversariesCommand(): Command {
  return addFilterOptions(new Command('anniversaries'))
    .description('List the milestones between two days, both included.')
    .requiredOption('--from <date>', 'first day, such as 2024-01-12')
    .requiredOption('--to <date>', 'last day')
    .addOption(
      list('--precision <precision>', `${precisions.join(', ')}: how exactly the event is known; may be repeated`),
    )
    .option('--include-discontinued', 'also acts of predecessors that a state does not continue')
    .addOption(formatOption('table', 'json', 'csv'))
    .addHelpText('after', '\nAn event known by month or year counts from the first day of it, and shows no day.')
    .action((options: Options, command: Command) => print(listed(options, command)));
}

/** Streams the list, so that it may span centuries. */
function listed({ format, ...asked }: Options, command: Command): Iterable<string> {
  const { timelines, codes } = readDataset();
  const query = Object.entries(asked).map(([name, value]) => [name, value === true ? 'true' : value]);
  const { data: question, error } = anniversaryQuestion(codes).safeParse(Object.fromEntries(query));
  if (question === undefined) return refuseOption(error, command);
  const found = () => anniversaries(timelines, question);
  if (format === 'table') return isEmpty(found()) ? [nothingFalls(question)] : formatMilestones(found);
  const records = toRecords(found(), question.leapDay);
  return format === 'csv' ? anniversariesCsv(records) : jsonLines(records);
}

function isEmpty(found: Iterable<Milestone>): boolean {
  const [first] = found;
  return first === undefined;
}

function nothingFalls({ from, through: to }: Span): string {
  const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
  return `No such milestone falls ${when}; "--policy every" asks for all years.\n`;
}

function formatMilestones(found: () => Iterable<Milestone>): Iterable<string> {
  const { names } = wordingIn('en');
  return tableLines(['date', 'pair', 'names', 'years', 'kind', 'origin', 'evidence'], function* () {
    for (const { timeline, event, years, date } of found())
      yield [
        date,
        timeline.pair,
        names.pair(timeline.pair),
        years,
        event.kind,
        datesOf(event).join(' or '),
        event.evidence,
      ];
  });
}

function* toRecords(milestones: Iterable<Milestone>, leapDay: LeapDayRule): Generator<AnniversaryRecord> {
  for (const milestone of milestones) yield anniversaryRecord(milestone, leapDay);
}
