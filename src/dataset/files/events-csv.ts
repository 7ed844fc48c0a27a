import { parse } from 'csv-parse/sync';
import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import { type Alternative, eventKinds, evidences, type Pair, type RelationEvent } from '../../domain/relation-event.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { byPair } from '../resolving/by-pair.ts';
import { circumstanceCells, circumstanceColumns, interpretCircumstances } from './circumstances.ts';
import { interpretPair } from './claims.ts';
import { findEnd } from './states.ts';
import { knownWord, writeTable } from './table.ts';

export const eventColumns = [
  'pair',
  'kind',
  'date',
  'evidence',
  'sources',
  'alternatives',
  ...circumstanceColumns,
] as const;

const BETWEEN_ALTERNATIVES = ' | ';

/**
 * Reads the timelines in `data/events.csv`. Throws on an invalid row, as the file is generated.
 *
 * @param states for `Timeline.ended`
 */
export function readEvents(text: string, states: ReadonlyMap<string, Pick<State, 'until'>> = new Map()): Timeline[] {
  const [, ...rows] = text.trimEnd().split('\n').map(splitLine);
  const told = byPair(rows.map((row) => ({ pair: pairFrom(row), event: eventFrom(row) })));
  return [...told].map(([pair, ofPair]) => {
    const ended = findEnd(pair, states);
    return { pair, events: ofPair.map(({ event }) => event), ...(ended && { ended }) };
  });
}

/** Splits a line of `writeEvents`. Uses a CSV parser only for the few with quotes, as it takes twenty times as long. */
function splitLine(line: string): readonly string[] {
  const [cells = []] = line.includes('"') ? parse(line) : [line.split(',')];
  return cells;
}

/** Writes `data/events.csv`: one row per event, in the order of the timelines. */
export function writeEvents(timelines: readonly Timeline[]): string {
  const rows = timelines.flatMap(({ pair, events }) =>
    events.map(({ kind, date, evidence, sources, alternatives, ...circumstances }) => [
      pair,
      kind,
      date,
      evidence,
      sources.join(' '),
      alternatives.map(writeAlternative).join(BETWEEN_ALTERNATIVES),
      ...circumstanceCells(circumstances),
    ]),
  );
  return writeTable(eventColumns, rows);
}

function eventFrom(row: readonly string[]): RelationEvent {
  const [, kind = '', date = '', evidence = '', sources = '', alternatives = '', ...rest] = row;
  const circumstances = interpretCircumstances(rest);
  if ('reasons' in circumstances) throw new RangeError(`events.csv: ${circumstances.reasons.join('; ')}`);
  return {
    kind: knownWord(eventKinds, kind, 'events.csv'),
    date: dateFrom(date),
    evidence: knownWord(evidences, evidence, 'events.csv'),
    sources: sources.split(' '),
    alternatives: alternatives === '' ? [] : alternatives.split(BETWEEN_ALTERNATIVES).map(alternativeFrom),
    ...circumstances.value,
  };
}

/** Formats an alternative as kind, date and sources: `established 1993-10-21 zhwiki-pair-cn-mk`. */
function writeAlternative({ kind, date, sources }: Alternative): string {
  return [kind, date, ...sources].join(' ');
}

function alternativeFrom(words: string): Alternative {
  const [kind = '', date = '', ...sources] = words.split(' ');
  return { kind: knownWord(eventKinds, kind, 'events.csv'), date: dateFrom(date), sources };
}

function pairFrom([text = '']: readonly string[]): Pair {
  const pair = interpretPair(text);
  if ('reasons' in pair) throw new RangeError(`events.csv: ${pair.reasons.join('; ')}`);
  return pair.value;
}

function dateFrom(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === undefined) throw new RangeError(`events.csv: "${text}" is not a date`);
  return date;
}
