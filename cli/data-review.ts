import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { describeFault } from '../src/dataset/files/fault.ts';
import { readSearched, type Searched } from '../src/dataset/files/searched.ts';
import { type ReviewItem, reviewable, worksheet } from '../src/dataset/reviewing/worksheet.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import type { Evidence } from '../src/domain/relation-event.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { dataFolder, readDataset } from './dataset-files.ts';
import { formatOption, list, readCount, readDate, resolveStateCode } from './options.ts';
import { table } from './table.ts';

type Options = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly state?: readonly string[];
  readonly evidence: string;
  readonly limit?: number;
  readonly format: 'table' | 'csv' | 'json';
};

/** `jubilee data review`: lists the dates that most need a check at their source. */
export function addReview(data: Command): void {
  data
    .command('review')
    .description('lists the coming milestones with a day to confirm at its source, most urgent first')
    .requiredOption('--from <date>', 'first day of the milestones', readDate)
    .requiredOption('--to <date>', 'last day', readDate)
    .addOption(list('--state <name>', 'only of this state, by code or name; may be repeated', resolveStateCode))
    .addOption(new Option('--evidence <words>', 'which evidence, separated by commas').default(reviewable.join()))
    .option('--limit <number>', 'how many to list', readCount)
    .addOption(formatOption('table', 'csv', 'json'))
    .addHelpText('after', '\nCONTRIBUTING.md says how a date is looked up and entered.')
    .action(review);
}

function review({ from, to, state = [], evidence, limit, format }: Options, command: Command): void {
  const { timelines, codes } = readDataset();
  const unknown = state.find((code) => !codes.has(code));
  if (unknown !== undefined) command.error(`error: --state: no state is called ${unknown}`, { exitCode: 2 });
  if (to < from) command.error('error: --to must not be before --from', { exitCode: 2 });
  const question = { from, through: to, states: state, evidence: evidenceIn(evidence, command) };
  const items = worksheet(timelines, searchedBefore(command), question).slice(0, limit);
  process.stdout.write(written(items, format));
}

function evidenceIn(text: string, command: Command): Evidence[] {
  return text.split(',').map((word) => {
    const known = reviewable.find((each) => each === word.trim());
    return (
      known ?? command.error(`error: --evidence: "${word}" is not one of ${reviewable.join(', ')}`, { exitCode: 2 })
    );
  });
}

function searchedBefore(command: Command): Searched[] {
  const { rows, faults } = readSearched(readFileSync(join(dataFolder, 'searched.csv'), 'utf8'));
  const [fault] = faults;
  if (fault !== undefined) command.error(`error: ${describeFault(fault)}`, { exitCode: 2 });
  return rows.map(({ value }) => value);
}

function written(items: readonly ReviewItem[], format: Options['format']): string {
  const rows = items.map(toRow);
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (format === 'csv') return stringify(rows, { header: true, escape_formulas: true });
  if (rows.length === 0) return 'No date of these milestones needs a look.\n';
  const shown = rows.map(({ milestone, years, pair, names, act, evidence, days }) => [
    milestone,
    years,
    pair,
    names,
    act,
    evidence,
    days,
  ]);
  return table(['milestone', 'years', 'pair', 'names', 'act', 'evidence', 'days'], shown);
}

function toRow({ milestone: { timeline, event, years, date }, days, searched, ask }: ReviewItem) {
  const [one, other] = ask;
  const told = ({ names, phrase }: (typeof ask)[number]) => `${names.join(' ')} ${phrase}`;
  return {
    milestone: date,
    years,
    pair: timeline.pair,
    names: wordingIn('en').names.pair(timeline.pair),
    act: `${event.kind} ${event.date}`,
    evidence: event.evidence,
    days: days.map(({ date: day, sources }) => `${day} (${sources.join(' ')})`).join(' or '),
    cited: (event.cited ?? []).map(({ publisher, url }) => `${publisher} ${url}`.trim()).join(' | '),
    askFirst: one && told(one),
    askSecond: other && told(other),
    searched: searched.map(({ day, languages }) => `${day} ${languages.join(' ')}`).join(' | '),
  };
}
