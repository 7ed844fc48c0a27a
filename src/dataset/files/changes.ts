import { type Change, changeSorts, type ReleasedAct, releasedOn } from '../../domain/change.ts';
import { evidences, type Pair } from '../../domain/relation-event.ts';
import { interpretAct, interpretPair } from './claims.ts';
import { type Interpretation, type Reading, readTable, words, writeTable } from './table.ts';

export const changeColumns = ['release', 'pair', 'before', 'after', 'what', 'reason', 'sources'] as const;
export const releasedColumns = ['pair', 'kind', 'date', 'evidence'] as const;

/** Reads `data/changes.csv`. A change without a reason is a fault. */
export function readChanges(text: string): Reading<Change> {
  return readTable(text, { file: 'changes.csv', columns: changeColumns, interpret: interpretChange });
}

export function writeChanges(changes: readonly Change[]): string {
  return writeTable(
    changeColumns,
    changes.map(({ release, pair, before, after, what, reason, sources }) => [
      ...[release, pair, nameOfAct(before), nameOfAct(after), what, reason],
      sources.join(' '),
    ]),
  );
}

/** An act of the last release: a row of `data/released.csv`. */
export type ReleasedRow = ReleasedAct & { readonly pair: Pair };

export function readReleased(text: string): Reading<ReleasedRow> {
  return readTable(text, { file: 'released.csv', columns: releasedColumns, interpret: interpretReleased });
}

export function writeReleased(acts: readonly ReleasedRow[]): string {
  return writeTable(
    releasedColumns,
    acts.map(({ pair, kind, date, evidence }) => [pair, kind, date, evidence]),
  );
}

/** Formats an act: `established 1993-10-12 official`; empty if absent. */
export function nameOfAct(act: ReleasedAct | undefined): string {
  return act === undefined ? '' : `${act.kind} ${act.date} ${act.evidence}`;
}

function interpretChange(cells: readonly string[]): Interpretation<Change> {
  const [release = '', pairText = '', beforeText = '', afterText = '', whatText = '', reason = '', sources = ''] =
    cells;
  const pair = interpretPair(pairText);
  const [before, after] = [interpretReleasedAct(beforeText), interpretReleasedAct(afterText)];
  const what = changeSorts.find((sort) => sort === whatText);
  const reasons = [
    ...(releasedOn(release) ? [] : [`"${release}" is not a release: it is named for its day, such as 2026.12.1`]),
    ...('reasons' in pair ? pair.reasons : []),
    ...('reasons' in before ? before.reasons : []),
    ...('reasons' in after ? after.reasons : []),
    ...(beforeText === '' && afterText === '' ? ['neither before nor after says anything'] : []),
    ...(what === undefined ? [`unknown sort "${whatText}": one of ${changeSorts.join(', ')}`] : []),
    ...(reason === '' ? ['the reason is empty: say why the data changed'] : []),
  ];
  if (reasons.length > 0 || 'reasons' in pair || what === undefined) return { reasons };
  return {
    value: {
      ...{ release, pair: pair.value, what, reason, sources: words(sources) },
      ...('value' in before && before.value && { before: before.value }),
      ...('value' in after && after.value && { after: after.value }),
    },
  };
}

function interpretReleased(cells: readonly string[]): Interpretation<ReleasedRow> {
  const [pairText = '', ...rest] = cells;
  const pair = interpretPair(pairText);
  const act = interpretReleasedAct(rest.join(' '));
  if ('value' in pair && 'value' in act && act.value) return { value: { pair: pair.value, ...act.value } };
  return { reasons: [pair, act].flatMap((read) => ('reasons' in read ? read.reasons : [])) };
}

function interpretReleasedAct(text: string): Interpretation<ReleasedAct | undefined> {
  if (text === '') return { value: undefined };
  const [kind = '', date = '', evidenceText = ''] = text.split(' ');
  const act = interpretAct(`${kind} ${date}`);
  const evidence = evidences.find((known) => known === evidenceText);
  if ('reasons' in act) return act;
  if (evidence === undefined)
    return { reasons: [`unknown evidence "${evidenceText}": one of ${evidences.join(', ')}`] };
  return { value: { ...act.value, evidence } };
}
