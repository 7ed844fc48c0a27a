import { type Compared, findings } from '../src/dataset/comparing/compare.ts';
import type { UnreadableLine } from '../src/dataset/comparing/own-list.ts';
import { writeTable } from '../src/dataset/files/table.ts';
import type { StateCode } from '../src/domain/relation-event.ts';
import { table } from './table.ts';

type Comparison = {
  readonly state: StateCode;
  readonly compared: readonly Compared[];
  readonly unreadable: readonly UnreadableLine[];
};

const columns = ['line', 'partner', 'listed', 'finding', 'on file', 'sources', 'your date also in'] as const;

/** The output formats of `jubilee data compare`. */
export const comparisonFormats = {
  table: (comparison: Comparison) => `${table(columns, toRows(comparison))}\n${formatFindings(comparison)}\n`,
  csv: (comparison: Comparison) => writeTable(columns, toRows(comparison)),
  json: (comparison: Comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
};

function toRows({ compared, unreadable }: Comparison): string[][] {
  const read = compared.map(({ line, partner, kind, date, finding, onFile, alsoGivenBy }) => [
    ...[String(line), partner, `${kind} ${date}`, finding],
    ...[onFile ? `${onFile.kind} ${onFile.date}` : '', onFile?.sources.join(' ') ?? '', alsoGivenBy.join(' ')],
  ]);
  const unread = unreadable.map(({ line, reason }) => [String(line), '', '', 'unreadable', reason, '', '']);
  return [...read, ...unread].sort(([one], [other]) => Number(one) - Number(other));
}

function formatFindings({ state, compared, unreadable }: Comparison): string {
  const counts = findings.map((word) => `${compared.filter(({ finding }) => finding === word).length} ${word}`);
  return `${state}: ${[...counts, `${unreadable.length} unreadable`].join(', ')}`;
}
