import { Command } from 'commander';
import { dayOf } from '../src/domain/calendar-date.ts';
import { languages } from '../src/domain/preferences.ts';
import { partnersOfEach } from '../src/domain/state-relations.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { readDataset } from './dataset-files.ts';
import { formatOption } from './options.ts';
import { table } from './table.ts';

/** `jubilee states`: lists the codes and names of all states and organisations. */
export function statesCommand(): Command {
  return new Command('states')
    .description(
      'List the states and organisations with their codes, and with how many others each is in relations today.',
    )
    .option('--lang <language>', `the language of the names: ${languages.join(', ')}`, 'en')
    .addOption(formatOption('table', 'json'))
    .action(({ lang, format }: { lang: string; format: string }, command: Command) => {
      const language = languages.find((known) => known === lang);
      if (language === undefined)
        return command.error(`error: --lang: must be one of ${languages.join(', ')}`, { exitCode: 2 });
      const { states, timelines } = readDataset();
      const partners = partnersOfEach(timelines, dayOf(new Date()));
      const { state: nameOf } = wordingIn(language).names;
      const { compare } = new Intl.Collator(language);
      const rows = [...states.values()]
        .map(({ code, kind }) => ({ code, name: nameOf(code), kind, partners: partners.get(code) ?? 0 }))
        .sort((one, other) => compare(one.name, other.name));
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify(rows, null, 2)}\n`
          : table(
              ['code', 'name', 'kind', 'partners'],
              rows.map(({ code, name, kind, partners: count }) => [code, name, kind, count]),
            ),
      );
    });
}
