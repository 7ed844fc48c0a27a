/** A fault in a line of the data, and how to fix it. */
export type Fault = {
  readonly file: string;
  /** The line on which the row begins, counted from 1 as in an editor, even after a quoted line break. */
  readonly line: number;
  readonly reason: string;
};

/** Describes a fault in one line: `claims.csv:12: no state has the code XY: see states.csv`. */
export function describeFault({ file, line, reason }: Fault): string {
  return `${file}:${line}: ${reason}`;
}

export function compareFaults(one: Fault, other: Fault): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}
