import type { PartialDate } from '../../domain/calendar-date.ts';
import { type Pair, partiesOf, type StateCode } from '../../domain/relation-event.ts';
import { type State, stateKinds } from '../../domain/state.ts';
import { dateIn, type Interpretation, type Reading, readTable, words, writeTable } from './table.ts';

export const stateColumns = [
  'code',
  'name_en',
  'official_name_en',
  'since',
  'until',
  'predecessors',
  'un_member_since',
  'capital',
  'time_zone',
  'region',
  'subregion',
  'kind',
  'successions',
] as const;

export function readStates(text: string, file = 'states.csv'): Reading<State> {
  return readTable(text, { file, columns: stateColumns, interpret });
}

/** Writes `data/states.csv`. */
export function writeStates(states: readonly State[]): string {
  const rows = states.map((state) => [
    ...[state.code, state.name, state.officialName, state.since ?? '', state.until ?? ''],
    ...[state.predecessors.join(' '), state.unMemberSince ?? '', state.capital, state.timeZone],
    ...[state.region, state.subregion, state.kind, state.successions.join(' ')],
  ]);
  return writeTable(stateColumns, rows);
}

/** Returns the date on which the first of the parties ceased to exist, if any. */
export function findEnd(pair: Pair, states: ReadonlyMap<StateCode, Pick<State, 'until'>>): PartialDate | undefined {
  return partiesOf(pair)
    .flatMap((code) => states.get(code)?.until ?? [])
    .sort()[0];
}

function interpret(cells: readonly string[]): Interpretation<State> {
  const [code = '', name = '', officialName = '', since = '', until = '', predecessors = '', unMemberSince = ''] =
    cells;
  const [capital = '', timeZone = '', region = '', subregion = '', kindText = '', successionsText = ''] =
    cells.slice(7);
  const reasons: string[] = [];
  const readDate = (column: string, text: string) => {
    const read = dateIn(column, text);
    reasons.push(...read.reasons);
    return read.date;
  };
  const kind = stateKinds.find((known) => known === kindText);
  if (!/^[A-Z]{2}$/.test(code)) reasons.push(`the code "${code}" is not two capital letters`);
  if (kind === undefined) reasons.push(`unknown kind "${kindText}": one of ${stateKinds.join(', ')}`);
  const state = {
    code,
    name,
    officialName,
    since: readDate('since', since),
    until: readDate('until', until),
    predecessors: words(predecessors),
    unMemberSince: readDate('un_member_since', unMemberSince),
    capital,
    timeZone,
    region,
    subregion,
    successions: words(successionsText).flatMap((date) => readDate('successions', date) ?? []),
  };
  return kind === undefined || reasons.length > 0 ? { reasons } : { value: { ...state, kind } };
}
