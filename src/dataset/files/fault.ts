/** What is wrong with a line of the data, and how to mend it. */
export type Fault = {
  readonly file: string;
  /** Where the row begins, counted from 1 as an editor counts, also after a quoted line break. */
  readonly line: number;
  readonly reason: string;
};

/** One line for a person: `claims.csv:12: no state has the code XY: see states.csv`. */
export function describeFault({ file, line, reason }: Fault): string {
  return `${file}:${line}: ${reason}`;
}

export function compareFaults(one: Fault, other: Fault): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}
