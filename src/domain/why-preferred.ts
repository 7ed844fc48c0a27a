import type { Alternative, RelationEvent } from './relation-event.ts';
import { type Grade, grades, type Source } from './source.ts';

/**
 * Why an event stands on its date and not on another that is on file: nothing decides (`undecided`), it has a source of
 * a better grade, it has more sources, or its sources weigh more in a way that neither grades nor numbers show.
 */
export type Preference =
  | { readonly why: 'undecided' | 'weightier' }
  | { readonly why: 'better-source'; readonly grade: Grade; readonly over: Grade }
  | { readonly why: 'more-sources'; readonly sources: number; readonly against: number };

type Sources = ReadonlyMap<Source['id'], Pick<Source, 'grade'>>;

/** In the order in which the rule of `data/README.md` asks; a ruling, where there is one, goes before. */
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
