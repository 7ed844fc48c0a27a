import { relationStatuses, type SettledStatus } from '../../domain/timeline.ts';
import { interpretPair } from './claims.ts';
import { dateIn, type Interpretation, isReference, type Reading, readTable } from './table.ts';

export const statusColumns = ['pair', 'status', 'since', 'reason', 'source'] as const;

export function readStatuses(text: string, file = 'status.csv'): Reading<SettledStatus> {
  return readTable(text, { file, columns: statusColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<SettledStatus> {
  const [pairText = '', statusText = '', sinceText = '', reason = '', source = ''] = cells;
  const pair = interpretPair(pairText);
  const since = dateIn('since', sinceText);
  const status = relationStatuses.find((known) => known === statusText);
  const reasons = [
    ...('reasons' in pair ? pair.reasons : []),
    ...since.reasons,
    ...(status === undefined ? [`unknown status "${statusText}": one of ${relationStatuses.join(', ')}`] : []),
    ...(reason === '' ? ['the reason is empty: say what no dated act can say'] : []),
    ...(isReference(source) ? [] : [`the source "${source}" is neither a web address nor a key of sources.csv`]),
  ];
  if (reasons.length > 0 || 'reasons' in pair || status === undefined) return { reasons };
  return { value: { pair: pair.value, status, ...(since.date && { since: since.date }), reason, source } };
}
