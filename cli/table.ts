import { displayWidth, wrap } from './wrap.ts';

type Cell = string | number;
type Line = readonly Cell[];

/** The minimum width of a column in a narrow terminal. */
const MIN_COLUMN = 12;
const GAP = '  ';

/**
 * Formats rows in columns aligned by spaces alone, so that other programs can read them too. Wraps long cells within their
 * columns if the terminal is too narrow.
 */
export function table(head: readonly string[], rows: readonly Line[], width = terminalWidth()): string {
  return [...tableLines(head, () => rows, width)].join('');
}

/** Formats a table line by line; iterates over the rows twice instead of holding them. */
export function* tableLines(
  head: readonly string[],
  rows: () => Iterable<Line>,
  width = terminalWidth(),
): Generator<string> {
  const widths = head.map(displayWidth);
  for (const line of rows()) {
    for (const column of widths.keys())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(textIn(line, column)));
  }
  const fitting = width === undefined ? widths : fitWidths(widths, width);
  yield set(head, fitting);
  for (const line of rows()) yield set(line, fitting);
}

/** Returns the width of the terminal (columns); `undefined` if the output goes to a file or another program. */
function terminalWidth(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

/** Shrinks the widest columns to fit. */
function fitWidths(widths: readonly number[], available: number): number[] {
  const fitting = [...widths];
  for (let over = totalWidth(fitting) - available; over > 0; over -= 1) {
    const widest = fitting.indexOf(Math.max(...fitting));
    const width = fitting[widest] ?? 0;
    if (width <= MIN_COLUMN) break;
    fitting[widest] = width - 1;
  }
  return fitting;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

function set(line: Line, widths: readonly number[]): string {
  const cells = widths.map((width, column) => wrap(textIn(line, column), width));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) => {
    const parts = cells.map((lines, column) => pad(lines[index] ?? '', widths[column] ?? 0));
    return `${parts.join(GAP).trimEnd()}\n`;
  }).join('');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function textIn(line: Line, column: number): string {
  return String(line[column] ?? '');
}
