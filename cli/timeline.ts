import { Command } from 'commander';
import { dayOf } from '../src/domain/calendar-date.ts';
import { type Pair, pairOf } from '../src/domain/relation-event.ts';
import { remember } from '../src/domain/remember.ts';
import { statusSinceOn, type Timeline } from '../src/domain/timeline.ts';
import { find } from '../src/finding/find.ts';
import { type NamedState, stateIndex } from '../src/finding/state-index.ts';
import type { KnownStates } from '../src/requests/preferences.ts';
import { datesOf } from '../src/wording/date-words.ts';
import { toNoteParts } from '../src/wording/note-parts.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { readDataset } from './dataset-files.ts';
import { formatOption } from './options.ts';
import { table } from './table.ts';

/** `jubilee timeline`: shows what is on file about pairs of states. */
export function timelineCommand(): Command {
  return new Command('timeline')
    .description('Show the events of pairs of states, with their status today, sources and other dates.')
    .argument('<pairs...>', 'pairs of states, such as CN-LS or "China, Lesotho"')
    .addOption(formatOption('table', 'json'))
    .action((pairs: string[], { format }: { format: string }, command: Command) => {
      const records = findTimelines(pairs, command).map(timelineRecord);
      process.stdout.write(
        format === 'json' ? `${JSON.stringify(records, null, 2)}\n` : records.map(formatTimeline).join('\n'),
      );
    });
}

function findTimelines(texts: readonly string[], command: Command): Timeline[] {
  const { timelines, states, codes } = readDataset();
  const known = new Map(timelines.map((timeline) => [timeline.pair, timeline]));
  const index = remember(() => stateIndex([...states.values()]));
  return texts.map((text) => {
    const pair =
      readPair(text, codes) ??
      pairNamed(text, index()) ??
      command.error(`error: ${text} is not a pair of states, such as CN-LS or "China, Lesotho"`, { exitCode: 2 });
    return known.get(pair) ?? command.error(`error: nothing is on file about ${pair}`, { exitCode: 2 });
  });
}

function readPair(text: string, states: KnownStates): Pair | undefined {
  const [one = '', other = '', ...rest] = text.toUpperCase().split('-');
  const isPair = rest.length === 0 && one !== other && states.has(one) && states.has(other);
  return isPair ? pairOf(one, other) : undefined;
}

function pairNamed(text: string, index: readonly NamedState[]): Pair | undefined {
  const found = find(text, index);
  return found.kind === 'pair' ? found.pair : undefined;
}

function timelineRecord(timeline: Timeline) {
  return { pair: timeline.pair, ...statusSinceOn(timeline, dayOf(new Date())), events: timeline.events };
}

function formatTimeline({ pair, status, since, events }: ReturnType<typeof timelineRecord>): string {
  const rows = events.map((event) => {
    const { kind, evidence, alternatives, sources } = event;
    const { qualifiers, doubts, others } = toNoteParts(event);
    return [
      ...[datesOf(event).join(' or '), kind, evidence],
      alternatives.map((other) => (other.kind === kind ? other.date : `${other.kind} ${other.date}`)).join(', '),
      sources.join(', '),
      [qualifiers, event.isDiscontinued ? 'not continued' : '', ...doubts, ...others]
        .filter((part) => part !== '')
        .join('; '),
    ];
  });
  return `${pair} (${wordingIn('en').names.pair(pair)}): ${status}${since === undefined ? '' : ` since ${since}`}\n${table(['date', 'kind', 'evidence', 'other dates', 'sources', 'note'], rows)}`;
}
