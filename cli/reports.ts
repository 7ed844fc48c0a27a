import { Argument, Command } from 'commander';
import { type ReportTable, reportTable } from '../src/adapters/dynamodb/report-table.ts';
import { newDocumentClient } from '../src/adapters/lambda/clients.ts';
import { claimColumns } from '../src/dataset/files/claims.ts';
import { writeTable } from '../src/dataset/files/table.ts';
import type { FiledReport } from '../src/domain/error-report.ts';
import { formatOption, stackOption } from './options.ts';
import { stackNames } from './stack-names.ts';
import { orUnreachable } from './subscribers/unreachable.ts';

type Options = { readonly stack: string; readonly format: string };

/** The most reports listed at a time. */
const MAX_LISTED = 100;

/** `jubilee reports`: lists the errors that readers have reported, and accepts or dismisses them. */
export function reportsCommand(): Command {
  return new Command('reports')
    .description(
      'Read the errors that readers report on the pages of pairs; accept one as a prepared claim, or dismiss it.',
    )
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'accept', 'dismiss']).default('list'))
    .addArgument(new Argument('[number]', 'its number in the list'))
    .addOption(stackOption())
    .addOption(formatOption('text', 'json'))
    .addHelpText(
      'after',
      '\nAccepting prints a line for data/claims.csv, to which you add the source, and removes the report from the list. CONTRIBUTING.md explains how to correct a date.',
    )
    .action(async (action: string, number: string | undefined, { stack, format }: Options, command: Command) => {
      await orUnreachable(command, async () => {
        const { tables } = await stackNames(stack);
        const reports = reportTable(newDocumentClient(), tables.runs);
        const listed = await reports.list(MAX_LISTED);
        if (action === 'list') process.stdout.write(format === 'json' ? json(listed) : listReports(listed));
        else await settle(action, { number, listed, format }, { reports, command });
      });
    });
}

type Choice = { readonly number: string | undefined; readonly listed: readonly FiledReport[]; readonly format: string };
type Parts = { readonly reports: ReportTable; readonly command: Command };

async function settle(action: string, { number = '', listed, format }: Choice, { reports, command }: Parts) {
  const chosen = /^[1-9]\d*$/.test(number) ? listed[Number(number) - 1] : undefined;
  if (chosen === undefined)
    return command.error(`error: there is no report ${number}: the list has ${listed.length}`, { exitCode: 2 });
  await reports.remove(chosen.id);
  if (action === 'dismiss') process.stdout.write(format === 'json' ? json(chosen) : 'Dismissed.\n');
  else process.stdout.write(format === 'json' ? json({ ...chosen, claim: claimLine(chosen) }) : claimLine(chosen));
}

/** Drafts the claim of a report, to which the editor must add the source. */
function claimLine({ pair, act, date, text, source }: FiledReport): string {
  const cells = [pair, act?.kind ?? 'established', date ?? act?.date ?? '', 'SOURCE'];
  const empty = claimColumns.slice(cells.length, -1).map(() => '');
  const remark = ['reported by a reader', source].filter(Boolean).join(': ');
  const [, line = ''] = writeTable(claimColumns, [[...cells, ...empty, remark]]).split('\n');
  return `${line}\n# ${text}\n`;
}

function listReports(reports: readonly FiledReport[]): string {
  if (reports.length === 0) return 'Nobody has reported an error.\n';
  return reports.map((report, index) => `${index + 1}. ${toLines(report).join('\n   ')}\n`).join('\n');
}

function toLines({ at, pair, act, text, date, source }: FiledReport): string[] {
  return [
    `${at.toISOString().slice(0, 10)} ${pair}${act ? `: ${act.kind} ${act.date}` : ''}`,
    text,
    ...(date ? [`right: ${date}`] : []),
    ...(source ? [`source: ${source}`] : []),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
