type Cell = string | number;

/** Rows in columns that are aligned by blanks alone, so that other programs can read them too. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) =>
    lines.reduce((width, line) => Math.max(width, textIn(line, column).length), 0),
  );
  const aligned = lines.map((line) => widths.map((width, column) => textIn(line, column).padEnd(width)).join('  '));
  return `${aligned.map((line) => line.trimEnd()).join('\n')}\n`;
}

function textIn(line: readonly Cell[], column: number): string {
  return String(line[column] ?? '');
}
