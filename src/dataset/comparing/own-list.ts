import { type PartialDate, parsePartialDate } from '../../domain/calendar-date.ts';
import { type EventKind, eventKinds, type StateCode } from '../../domain/relation-event.ts';
import { type Interpretation, type Row, splitRecords } from '../files/table.ts';

/** A line of a ministry's own list. */
export type ListedAct = {
  readonly line: number;
  readonly partner: StateCode;
  readonly kind: EventKind;
  readonly date: PartialDate;
};

/** An unreadable line, and how to fix it. */
export type UnreadableLine = { readonly line: number; readonly reason: string };

export type OwnList = { readonly acts: readonly ListedAct[]; readonly unreadable: readonly UnreadableLine[] };

export type ListOptions = {
  /** The state of the ministry. */
  readonly state: StateCode;
  /** Reads `24/08/1991` and `24-08-1991` as 24 August; otherwise such dates are rejected. */
  readonly dayFirst: boolean;
  /** Resolves a cell to a state, or explains why it cannot. */
  readonly stateNamed: (text: string) => Interpretation<StateCode>;
};

type Column = 'partner' | 'date' | 'kind';
type Columns = Readonly<Record<Column, number>>;

/** Common column headings, in lower case. Without a header row the first column is the partner and the second the date. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  partner: [
    'partner',
    'state',
    'country',
    'code',
    'name',
    'pays',
    'état',
    'país',
    'estado',
    'страна',
    '国家',
    'الدولة',
  ],
  date: ['date', 'since', 'established', 'day', 'depuis', 'fecha', 'desde', 'дата', '日期', '建交日期', 'التاريخ'],
  kind: ['kind', 'act', 'event', 'type'],
};

/**
 * Reads a ministry's list of its own relations: one line per partner and act, separated by commas, semicolons or tabs,
 * with or without a header row. Without a column `kind` every line is an establishment.
 */
export function readOwnList(text: string, options: ListOptions): OwnList {
  const { records, error } = splitRecords(text, guessDelimiter(text));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = findColumns(filled[0]);
  const columns = header ?? { partner: 0, date: 1, kind: 2 };
  const read = (header ? filled.slice(1) : filled).map((row) => readLine(row, columns, options));
  const lines = [...withoutRepeats(read), ...(error ? [error] : [])];
  return {
    acts: lines.flatMap((line) => ('reason' in line ? [] : line)),
    unreadable: lines.flatMap((line) => ('reason' in line ? line : [])),
  };
}

function guessDelimiter(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  return [';', '\t'].find((delimiter) => first.includes(delimiter)) ?? ',';
}

/** Finds the positions of the columns if the row is a header. */
function findColumns(row: Row | undefined): Columns | undefined {
  const cells = row?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const find = (column: Column) => cells.findIndex((cell) => headings[column].includes(cell));
  const columns = { partner: find('partner'), date: find('date'), kind: find('kind') };
  return columns.partner < 0 || columns.date < 0 ? undefined : columns;
}

function readLine({ line, cells }: Row, columns: Columns, options: ListOptions): ListedAct | UnreadableLine {
  const cell = (column: Column) => cells[columns[column]]?.trim() ?? '';
  const partner = options.stateNamed(cell('partner'));
  const date = interpretListedDate(cell('date'), options.dayFirst);
  const kind = interpretKind(cell('kind'));
  if ('value' in partner && 'value' in date && 'value' in kind && partner.value !== options.state)
    return { line, partner: partner.value, date: date.value, kind: kind.value };
  const isOwn = 'value' in partner && partner.value === options.state;
  const reasons = [
    ...(isOwn ? [`${options.state} is the state whose list this is: name the partner`] : []),
    ...[partner, date, kind].flatMap((part) => ('reasons' in part ? part.reasons : [])),
  ];
  return { line, reason: reasons.join('; ') };
}

/**
 * Parses the date in a cell of a list. `D.M.YYYY` is always day first; with slashes or hyphens only if `dayFirst`.
 *
 * @example
 * interpretListedDate('24.8.1991', false) // => { value: '1991-08-24' }
 * interpretListedDate('24/08/1991', true) // => { value: '1991-08-24' }
 */
export function interpretListedDate(text: string, dayFirst: boolean): Interpretation<PartialDate> {
  const [, day = '', mark = '', month = '', year = ''] =
    /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})\.?$/.exec(text) ?? [];
  if ((mark === '/' || mark === '-') && !dayFirst)
    return { reasons: [`"${text}" could be month or day first: write YYYY-MM-DD, or add --day-first`] };
  const date = parsePartialDate(mark === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date !== undefined) return { value: date };
  return { reasons: [`"${text}" is not a date of the calendar: write YYYY-MM-DD, YYYY-MM, YYYY or D.M.YYYY`] };
}

function interpretKind(text: string): Interpretation<EventKind> {
  const kind = text === '' ? 'established' : eventKinds.find((known) => known === text.toLowerCase());
  return kind === undefined
    ? { reasons: [`unknown kind "${text}": one of ${eventKinds.join(', ')}`] }
    : { value: kind };
}

function withoutRepeats(lines: readonly (ListedAct | UnreadableLine)[]): (ListedAct | UnreadableLine)[] {
  const first = new Map<string, number>();
  return lines.map((line) => {
    if ('reason' in line) return line;
    const key = `${line.partner} ${line.kind} ${line.date}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? line.line);
    return earlier === undefined ? line : { line: line.line, reason: `${key} is already on line ${earlier}: keep one` };
  });
}
