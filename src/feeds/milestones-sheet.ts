import type { SheetData } from 'write-excel-file/universal';
import { isDay, parseCalendarDate, yearOf } from '../domain/calendar-date.ts';
import type { MilestoneRows } from './milestones-table.ts';

type Sheet = MilestoneRows & {
  /** The name of the sheet. */
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
};

/** The limit of Excel on the name of a sheet, and the characters that it forbids. */
const MAX_TITLE = 31;
const notInTitle = /[[\]:*?/\\]/g;

/** Column widths in characters that show most cells in full. */
const [MIN_WIDTH, MAX_WIDTH] = [8, 60];

/** The first year written as dates: Excel counts days from 1900, with a 29 February that did not exist. */
const FIRST_YEAR = 1901;

/**
 * Writes the rows as a workbook of one sheet (XLSX, ECMA-376). Days are dates, so that a spreadsheet can sort and format
 * them; the header stays in view; Arabic sheets run right to left. Text cells are never formulas.
 */
export async function milestonesSheet({ columns, rows, title, direction }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const workbook = writeWorkbook(
    [columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map(toCells)],
    {
      sheet: title.replace(notInTitle, ' ').slice(0, MAX_TITLE),
      columns: columns.map((name, column) => ({ width: columnWidth([name, ...rows.map((row) => row[column] ?? '')]) })),
      stickyRowsCount: 1,
      rightToLeft: direction === 'rtl',
    },
  );
  return new Uint8Array(await (await workbook.toBlob()).arrayBuffer());
}

function toCells(row: MilestoneRows['rows'][number]): SheetData[number] {
  return row.map((value) => {
    if (typeof value === 'number') return { value, type: Number };
    const date = parseCalendarDate(value);
    return date !== undefined && isDay(date) && yearOf(date) >= FIRST_YEAR
      ? { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
      : { value, type: String };
  });
}

function columnWidth(cells: readonly (string | number)[]): number {
  const longest = Math.max(
    ...cells.map((cell) => [...String(cell)].reduce((width, sign) => width + signWidth(sign), 0)),
  );
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2));
}

/** Returns the width of a character; Chinese ones are two columns wide. */
function signWidth(sign: string): number {
  return /\p{Script=Han}/u.test(sign) ? 2 : 1;
}
