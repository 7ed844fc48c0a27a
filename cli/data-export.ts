import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { writeEvents } from '../src/dataset/files/events-csv.ts';
import { dayOf } from '../src/domain/calendar-date.ts';
import { calendarMilestones } from '../src/domain/calendar-milestones.ts';
import { defaultPreferences } from '../src/domain/preferences.ts';
import type { ResolvedDataset } from '../src/domain/resolved-dataset.ts';
import { datasetJson } from '../src/feeds/dataset-record.ts';
import { datasetSql } from '../src/feeds/dataset-sql.ts';
import { calendarText } from '../src/icalendar/calendar-text.ts';
import { pairPath } from '../src/web/paths.ts';
import { readDataset } from './dataset-files.ts';
import { print } from './print.ts';

type Options = { readonly format: keyof typeof formats; readonly site: string; readonly out?: string };

const YEARS_OF_CALENDAR = 5;

const formats = {
  json: (dataset: ResolvedDataset): Iterable<string> => [datasetJson(dataset)],
  csv: ({ timelines }: ResolvedDataset): Iterable<string> => [writeEvents(timelines)],
  ics: (dataset: ResolvedDataset, site: string): Iterable<string> => [writeCalendar(dataset, site)],
  'sqlite-sql': (dataset: ResolvedDataset): Iterable<string> => datasetSql(dataset),
};

/** `jubilee data export`: exports the whole dataset for other programs, in the API's own JSON and CSV. */
export function addExport(data: Command): void {
  data
    .command('export')
    .description('writes the whole dataset for other programs')
    .addOption(new Option('--format <format>', 'output format').choices(Object.keys(formats)).makeOptionMandatory())
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--site <url>', 'the site that calendar entries link to', 'http://localhost:8025')
    .addHelpText(
      'after',
      '\njson: everything. csv: the events. ics: the milestones of the coming years whose day is known.\nsqlite-sql: everything, for sqlite3 dates.db < dates.sql',
    )
    .action(async ({ format, site, out }: Options) => {
      const dataset = readDataset();
      const pieces = formats[format](dataset, site);
      if (out === undefined) return await print(pieces);
      const file = createWriteStream(out);
      await print(pieces, file);
      await finished(file.end());
    });
}

function writeCalendar({ timelines, sources }: ResolvedDataset, site: string): string {
  const today = dayOf(new Date());
  const shown = calendarMilestones(timelines, defaultPreferences, { today, years: YEARS_OF_CALENDAR });
  const { language, leapDay } = defaultPreferences;
  return calendarText({
    ...{ followed: 'world', shown, language, leapDay },
    sources: new Map(sources.map((source) => [source.id, source])),
    pageUrl: (pair) => site + pairPath(pair),
  });
}
