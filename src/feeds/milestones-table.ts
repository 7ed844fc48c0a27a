import { stringify } from 'csv-stringify/sync';
import { isDay, weekdayOf } from '../domain/calendar-date.ts';
import { isMilestone, type Milestone } from '../domain/milestone.ts';
import type { Pair } from '../domain/relation-event.ts';
import { type Following, observedWords, whenWords } from '../wording/date-words.ts';
import { withoutMarks } from '../wording/isolation.ts';
import { milestoneWords } from '../wording/milestone-words.ts';
import type { PageWords } from '../wording/pages.ts';

export type Table = {
  readonly language: Parameters<typeof milestoneWords>[1]['language'];
  readonly words: PageWords;
  readonly following: Following;
  readonly pageUrl: (pair: Pair) => string;
};

type Cell = string | number;

/** A table of milestones for people, a row each, in the reader's language and without bidirectional marks. */
export type MilestoneRows = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Builds the table. The date comes first, as `YYYY-MM-DD`; an uncertain one is spelled out with every day. */
export function milestoneRows(
  milestones: readonly Milestone[],
  { language, words, following, pageUrl }: Table,
): MilestoneRows {
  const { table } = words.reading.planner;
  const columns = [
    ...[table.date, table.weekday, table.country, table.partner, table.anniversary, table.years, table.jubilee],
    ...[table.evidence, table.days, table.page],
  ];
  const rows = milestones.map((milestone) => {
    const { date, event, timeline, years } = milestone;
    const told = milestoneWords(milestone, { language, ...following });
    const isCertain = event.evidence !== 'disputed' && event.evidence !== 'unconfirmed';
    const [one, other] = words.names.orderParties(timeline.pair, following.states).map(words.names.state);
    return [
      isCertain ? date : whenWords(milestone, following, words),
      isCertain && isDay(date) ? words.form.weekdays[weekdayOf(date)] : '',
      ...[one ?? '', other ?? '', told.title, years],
      isMilestone('jubilees', years) ? table.yes : table.no,
      words.milestones.evidence[event.evidence],
      isCertain ? '' : observedWords(milestone, following, words),
      pageUrl(timeline.pair),
    ].map((cell) => (typeof cell === 'string' ? withoutMarks(cell) : cell));
  });
  return { columns, rows };
}

/**
 * Writes the rows as RFC 4180 text, with the byte order mark by which spreadsheets recognise UTF-8. Neutralises cells that
 * look like formulas.
 */
export function milestonesCsv({ columns, rows }: MilestoneRows): string {
  return stringify([columns, ...rows], { bom: true, escape_formulas: true });
}
