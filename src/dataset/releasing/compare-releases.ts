import { firstDayOf } from '../../domain/calendar-date.ts';
import type { Change, ReleasedAct } from '../../domain/change.ts';
import type { Pair, RelationEvent } from '../../domain/relation-event.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { ReleasedRow } from '../files/changes.ts';
import { byPair } from '../resolving/by-pair.ts';

/** A change without its reason; `event` is the act as it is now. */
export type FoundChange = Pick<Change, 'pair' | 'before' | 'after' | 'what'> & { readonly event?: RelationEvent };

/**
 * Lists the changes since the last release, by pair. Matches acts by kind and date, then by the alternatives of the new
 * act, by its date alone, and by the nearest date of the same kind.
 */
export function changesSince(released: readonly ReleasedRow[], timelines: readonly Timeline[]): FoundChange[] {
  const before = byPair(released);
  const now = new Map(timelines.map(({ pair, events }) => [pair, events]));
  const pairs = [...new Set([...before.keys(), ...now.keys()])].sort();
  return pairs.flatMap((pair) => comparePair(pair, before.get(pair) ?? [], now.get(pair) ?? []));
}

/** Lists the acts of this release, for comparison with the next. */
export function toReleasedRows(timelines: readonly Timeline[]): ReleasedRow[] {
  return timelines.flatMap(({ pair, events }) =>
    events.map(({ kind, date, evidence }) => ({ pair, kind, date, evidence })),
  );
}

function comparePair(pair: Pair, before: readonly ReleasedAct[], now: readonly RelationEvent[]): FoundChange[] {
  const matched = matchFormer(before, now);
  const changes = now.flatMap((event): FoundChange[] => {
    const after = toReleasedAct(event);
    const former = matched.get(event);
    if (former === undefined) return [{ pair, after, what: 'new', event }];
    if (!isSame(former, event))
      return [{ pair, before: former, after, what: former.date === event.date ? 'kind' : 'day', event }];
    return hasTurned(former, event) ? [{ pair, before: former, after, what: 'evidence', event }] : [];
  });
  const kept = new Set(matched.values());
  const gone = before.filter((act) => !kept.has(act));
  return [...changes, ...gone.map((act) => ({ pair, before: act, what: 'gone' as const }))];
}

/** Matches each act with at most one of the last release, the surest matches first. */
function matchFormer(before: readonly ReleasedAct[], now: readonly RelationEvent[]): Map<RelationEvent, ReleasedAct> {
  const matched = new Map<RelationEvent, ReleasedAct>();
  const match = (find: (event: RelationEvent, left: readonly ReleasedAct[]) => ReleasedAct | undefined) => {
    for (const event of now) {
      const taken = new Set(matched.values());
      const former = matched.has(event)
        ? undefined
        : find(
            event,
            before.filter((act) => !taken.has(act)),
          );
      if (former !== undefined) matched.set(event, former);
    }
  };
  match((event, left) => left.find((act) => isSame(event, act)));
  match((event, left) => left.find((act) => event.alternatives.some((other) => isSame(other, act))));
  match((event, left) => left.find((act) => act.date === event.date));
  match((event, left) =>
    nearest(
      event,
      left.filter(({ kind }) => kind === event.kind),
    ),
  );
  return matched;
}

function nearest(event: RelationEvent, acts: readonly ReleasedAct[]): ReleasedAct | undefined {
  return [...acts].sort((one, other) => distance(one, event) - distance(other, event))[0];
}

function isSame(one: Pick<ReleasedAct, 'kind' | 'date'>, other: Pick<ReleasedAct, 'kind' | 'date'>): boolean {
  return one.kind === other.kind && one.date === other.date;
}

/** Checks whether a date has become disputed, or is no longer: the only change of evidence that readers see. */
function hasTurned(one: ReleasedAct, other: ReleasedAct): boolean {
  return (one.evidence === 'disputed') !== (other.evidence === 'disputed');
}

function distance(one: Pick<ReleasedAct, 'date'>, other: Pick<ReleasedAct, 'date'>): number {
  return Math.abs(Date.parse(firstDayOf(one.date)) - Date.parse(firstDayOf(other.date)));
}

function toReleasedAct({ kind, date, evidence }: RelationEvent): ReleasedAct {
  return { kind, date, evidence };
}
