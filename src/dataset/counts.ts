import { type Precision, precisionOf } from '../domain/calendar-date.ts';
import { type EventKind, type Evidence, eventKinds } from '../domain/relation-event.ts';
import type { Timeline } from '../domain/timeline.ts';
import type { ClaimedDataset } from './resolving/resolve.ts';

/** The numbers of claims and events of a kind, by precision and evidence. */
export type KindCount = Readonly<Record<'claims' | 'events' | Precision | Evidence, number>> & {
  readonly kind: EventKind | 'all';
};

/** Counts the dataset, for each kind and for all. */
export function countKinds({ claims }: Pick<ClaimedDataset, 'claims'>, timelines: readonly Timeline[]): KindCount[] {
  const events = timelines.flatMap((timeline) => timeline.events);
  return [...eventKinds, 'all' as const].map((kind) => {
    const isCounted = (one: { readonly kind: EventKind }) => kind === 'all' || one.kind === kind;
    const ofKind = events.filter(isCounted);
    const precise = (precision: Precision) => ofKind.filter(({ date }) => precisionOf(date) === precision).length;
    const evidence = (word: Evidence) => ofKind.filter((event) => event.evidence === word).length;
    return {
      kind,
      claims: claims.filter(isCounted).length,
      events: ofKind.length,
      day: precise('day'),
      month: precise('month'),
      year: precise('year'),
      official: evidence('official'),
      corroborated: evidence('corroborated'),
      listed: evidence('listed'),
      unconfirmed: evidence('unconfirmed'),
      disputed: evidence('disputed'),
    };
  });
}
