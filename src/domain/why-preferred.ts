import type { Alternative, RelationEvent } from './relation-event.ts';
import { type Grade, grades, type Source } from './source.ts';

/**
 * The reason why an event has its date and not an alternative on file: none (`undecided`), a source of a better grade,
 * more sources, or sources that weigh more in a way that neither grades nor numbers show (`weightier`).
 */
export type Preference =
  | { readonly why: 'undecided' | 'weightier' }
  | { readonly why: 'better-source'; readonly grade: Grade; readonly over: Grade }
  | { readonly why: 'more-sources'; readonly sources: number; readonly against: number };

type Sources = ReadonlyMap<Source['id'], Pick<Source, 'grade'>>;

/** Explains the choice of a date in the order of the rule in `data/README.md`; a ruling, if any, takes precedence. */
export function whyPreferred(event: RelationEvent, alternative: Alternative, sources: Sources): Preference {
  if (event.evidence === 'disputed' && alternative.kind === event.kind) return { why: 'undecided' };
  const [grade, over] = [bestGrade(event.sources, sources), bestGrade(alternative.sources, sources)];
  if (grades.indexOf(grade) < grades.indexOf(over)) return { why: 'better-source', grade, over };
  const [count, against] = [event.sources.length, alternative.sources.length];
  return count > against && grade === over ? { why: 'more-sources', sources: count, against } : { why: 'weightier' };
}

function bestGrade(ids: readonly string[], sources: Sources): Grade {
  const found = ids.map((id) => sources.get(id)?.grade ?? 'weak');
  return grades.find((grade) => found.includes(grade)) ?? 'weak';
}
