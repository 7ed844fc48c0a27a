import Table from 'cli-table3';

/** Rows in aligned columns without lines, so that other programs can read them too. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = new Table({
    chars: withoutLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  lines.push([...head], ...rows.map((row) => [...row]));
  return `${lines.toString().replace(/ +$/gm, '')}\n`;
}

const withoutLines = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((part) => [`${side}${part}`, '']),
  ),
);
