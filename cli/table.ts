type Cell = string | number;
type Line = readonly Cell[];

/** Rows in columns that are aligned by blanks alone, so that other programs can read them too. */
export function table(head: readonly string[], rows: readonly Line[]): string {
  return [...tableLines(head, () => rows)].join('');
}

/** The same line by line; the rows are gone through twice, so that they need not be held. */
export function* tableLines(head: readonly string[], rows: () => Iterable<Line>): Generator<string> {
  const widths = head.map((title) => title.length);
  for (const line of rows()) {
    for (const column of widths.keys()) widths[column] = Math.max(widths[column] ?? 0, textIn(line, column).length);
  }
  const aligned = (line: Line) => widths.map((width, column) => textIn(line, column).padEnd(width)).join('  ');
  yield `${aligned(head).trimEnd()}\n`;
  for (const line of rows()) yield `${aligned(line).trimEnd()}\n`;
}

function textIn(line: Line, column: number): string {
  return String(line[column] ?? '');
}
