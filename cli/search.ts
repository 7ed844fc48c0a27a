import { Command } from 'commander';
import { type Found, find } from '../src/finding/find.ts';
import { stateIndex } from '../src/finding/state-index.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { readDataset } from './dataset-files.ts';
import { formatOption } from './options.ts';
import { table } from './table.ts';

type Match = { readonly kind: 'state' | 'pair' | 'date'; readonly code: string; readonly name: string };

/** `jubilee search`: finds the state, pair or date that a text means. */
export function searchCommand(): Command {
  return new Command('search')
    .description('Find states, pairs and dates by name in any of the six languages, by alias or by code.')
    .argument('<text...>', 'such as UK, "china lesotho" or "12 January"')
    .addOption(formatOption('table', 'json'))
    .action((words: string[], { format }: { format: string }, command: Command) => {
      const found = find(words.join(' '), stateIndex([...readDataset().states.values()]));
      const places = listMatches(found);
      if (places.length === 0) command.error(`error: ${nothingFound(words.join(' '), found)}`, { exitCode: 2 });
      const isGuess = found.kind === 'choice' && found.isGuess;
      if (isGuess && format === 'table') process.stdout.write('Did you mean:\n');
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify({ isGuess, places }, null, 2)}\n`
          : table(
              ['kind', 'code', 'name'],
              places.map(({ kind, code, name }) => [kind, code, name]),
            ),
      );
    });
}

function listMatches(found: Found): Match[] {
  const { names, dates } = wordingIn('en');
  const state = (code: string): Match => ({ kind: 'state', code, name: names.state(code) });
  if (found.kind === 'state') return [state(found.code)];
  if (found.kind === 'pair') return [{ kind: 'pair', code: found.pair, name: names.pair(found.pair) }];
  if (found.kind === 'date')
    return 'date' in found
      ? [{ kind: 'date', code: found.date, name: dates.date(found.date) }]
      : [{ kind: 'date', code: found.dayOfYear, name: 'in all years' }];
  if (found.kind !== 'choice') return [];
  const pairs = found.pairs.map((pair): Match => ({ kind: 'pair', code: pair, name: names.pair(pair) }));
  return [...found.states.map(state), ...pairs];
}

function nothingFound(text: string, { kind }: Found): string {
  return kind === 'no such day'
    ? `${text} is not a day of the calendar`
    : `nothing is called "${text}": try a state, two states, or a date such as 12 January`;
}
