import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import type { Pair } from '../../domain/relation-event.ts';
import { interpretAct, interpretPair, type NamedAct } from './claims.ts';
import { type Interpretation, type Reading, readTable, words } from './table.ts';

/** An unsuccessful search for evidence of an act: a row of `data/searched.csv`. */
export type Searched = {
  readonly pair: Pair;
  readonly act: NamedAct;
  readonly day: CalendarDate;
  /** The languages of the search (ISO 639-1). */
  readonly languages: readonly string[];
};

export const searchedColumns = ['pair', 'act', 'day', 'languages'] as const;

export function readSearched(text: string): Reading<Searched> {
  return readTable(text, { file: 'searched.csv', columns: searchedColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<Searched> {
  const [pairText = '', actText = '', dayText = '', languageText = ''] = cells;
  const pair = interpretPair(pairText);
  const act = interpretAct(actText);
  const day = parseCalendarDate(dayText);
  const languages = words(languageText);
  const all = [
    ...('reasons' in pair ? pair.reasons : []),
    ...('reasons' in act ? act.reasons : []),
    ...(day === undefined ? [`day "${dayText}" is not a day: write the day of the search as YYYY-MM-DD`] : []),
    ...(languages.length > 0 && languages.every((code) => /^[a-z]{2}$/.test(code))
      ? []
      : [`"${languageText}" are not language codes such as "en fr"`]),
  ];
  if (all.length > 0 || 'reasons' in pair || 'reasons' in act || day === undefined) return { reasons: all };
  return { value: { pair: pair.value, act: act.value, day, languages } };
}
