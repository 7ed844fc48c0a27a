import { type PartialDate, parsePartialDate } from '../domain/calendar-date.ts';
import { type Pair, partiesOf, type StateCode } from '../domain/relation-event.ts';
import { type Interpretation, type Reading, readTable } from './table.ts';

/** A state behind a code: a row of `data/states.csv`. */
export type State = {
  readonly code: StateCode;
  readonly name: string;
  readonly officialName: string;
  /** Empty when contested or ancient. */
  readonly since: PartialDate | undefined;
  /** Only of former states: when they ceased to exist. */
  readonly until: PartialDate | undefined;
  readonly predecessors: readonly StateCode[];
  readonly unMemberSince: PartialDate | undefined;
  readonly capital: string;
  /** IANA zone of the capital. */
  readonly timeZone: string;
  readonly region: string;
  readonly subregion: string;
  readonly kind: (typeof stateKinds)[number];
  /** When another state took over the code, so that its relations are counted anew: Czechia 1993, Germany 1871 and 1949. */
  readonly successions: readonly PartialDate[];
};

export const stateKinds = ['un_member', 'un_observer', 'other', 'former'] as const;

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

/** When relations of the pair end for good because one of the parties does. */
export function endOf(pair: Pair, states: ReadonlyMap<StateCode, Pick<State, 'until'>>): PartialDate | undefined {
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
  const dateIn = (column: string, date: string) => {
    const parsed = parsePartialDate(date);
    if (date !== '' && parsed === undefined)
      reasons.push(`${column} ${date} is not in the calendar: write YYYY-MM-DD, YYYY-MM or YYYY`);
    return parsed;
  };
  const kind = stateKinds.find((known) => known === kindText);
  if (!/^[A-Z]{2}$/.test(code)) reasons.push(`the code "${code}" is not two capital letters`);
  if (kind === undefined) reasons.push(`unknown kind "${kindText}": one of ${stateKinds.join(', ')}`);
  const state = {
    code,
    name,
    officialName,
    since: dateIn('since', since),
    until: dateIn('until', until),
    predecessors: words(predecessors),
    unMemberSince: dateIn('un_member_since', unMemberSince),
    capital,
    timeZone,
    region,
    subregion,
    successions: words(successionsText).flatMap((date) => dateIn('successions', date) ?? []),
  };
  return kind === undefined || reasons.length > 0 ? { reasons } : { value: { ...state, kind } };
}

function words(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ');
}
