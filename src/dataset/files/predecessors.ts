import type { Predecessor } from '../../domain/predecessor.ts';
import { dateIn, type Interpretation, isReference, type Reading, readTable, words } from './table.ts';

export const predecessorColumns = [
  'state',
  'key',
  'name',
  'from',
  'until',
  'continued',
  'partners',
  'reason',
  'source',
] as const;

export function readPredecessors(text: string, file = 'predecessors.csv'): Reading<Predecessor> {
  return readTable(text, { file, columns: predecessorColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<Predecessor> {
  const [state = '', key = '', name = '', fromText = '', untilText = '', continuedText = ''] = cells;
  const [partners = '', reason = '', source = ''] = cells.slice(6);
  const [from, until] = [dateIn('from', fromText), dateIn('until', untilText)];
  const reasons = [
    ...from.reasons,
    ...until.reasons,
    ...(/^[A-Z]{2}$/.test(state) ? [] : [`the code "${state}" is not two capital letters`]),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)
      ? []
      : [`the key "${key}" must consist of lower-case letters, digits and hyphens`]),
    ...(name === '' ? ['a predecessor has a name: fill it in'] : []),
    ...(continuedText === 'yes' || continuedText === 'no' ? [] : [`continued is "${continuedText}": write yes or no`]),
    ...(reason === '' ? ['the reason is empty: say why its acts count or do not count'] : []),
    ...(isReference(source) ? [] : [`the source "${source}" is neither a web address nor a key of sources.csv`]),
  ];
  if (reasons.length > 0) return { reasons };
  const dates = { ...(from.date && { from: from.date }), ...(until.date && { until: until.date }) };
  const isContinued = continuedText === 'yes';
  return { value: { state, key, name, ...dates, isContinued, partners: words(partners), reason, source } };
}
