import { firstDayOf } from '../../domain/calendar-date.ts';
import type { Change, ChangeSort, ReleasedAct } from '../../domain/change.ts';
import type { Pair, RelationEvent } from '../../domain/relation-event.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { ReleasedRow } from '../files/changes.ts';
import { byPair } from '../resolving/by-pair.ts';

/** A change whose reason has still to be found; `event` is the act as it stands now. */
export type FoundChange = Pick<Change, 'pair' | 'before' | 'after' | 'what'> & { readonly event?: RelationEvent };

/**
 * What has changed since the last release, by pair. An act is the same when kind and date are; one that was there under another date
 * or kind is matched by the alternatives of the new one, else by the nearest date of the same kind.
 */
export function changesSince(released: readonly ReleasedRow[], timelines: readonly Timeline[]): FoundChange[] {
  const before = byPair(released);
  const now = new Map(timelines.map(({ pair, events }) => [pair, events]));
  const pairs = [...new Set([...before.keys(), ...now.keys()])].sort();
  return pairs.flatMap((pair) => changesOf(pair, before.get(pair) ?? [], now.get(pair) ?? []));
}

/** The acts as the next release is compared with them. */
export function releasedOf(timelines: readonly Timeline[]): ReleasedRow[] {
  return timelines.flatMap(({ pair, events }) =>
    events.map(({ kind, date, evidence }) => ({ pair, kind, date, evidence })),
  );
}

function changesOf(pair: Pair, before: readonly ReleasedAct[], now: readonly RelationEvent[]): FoundChange[] {
  const isThere = (act: ReleasedAct) => now.some((event) => isSame(event, act));
  const missing = before.filter((act) => !isThere(act));
  const changes: FoundChange[] = now.flatMap((event): FoundChange[] => {
    const same = before.find((act) => isSame(event, act));
    if (same !== undefined)
      return hasTurned(same, event) ? [{ pair, before: same, after: actOf(event), what: 'evidence', event }] : [];
    const former = takeFormer(event, missing);
    const after = actOf(event);
    if (former === undefined) return [{ pair, after, what: 'new', event }];
    return [{ pair, before: former, after, what: sortOf(former, event), event }];
  });
  const gone = missing.filter((act) => !changes.some((change) => change.before === act));
  return [...changes, ...gone.map((act) => ({ pair, before: act, what: 'gone' as const }))];
}

function isSame(one: Pick<ReleasedAct, 'kind' | 'date'>, other: Pick<ReleasedAct, 'kind' | 'date'>): boolean {
  return one.kind === other.kind && one.date === other.date;
}

/** Evidence alone is told of only where it changes what is shown: a date that has become disputed, or is so no more. */
function hasTurned(one: ReleasedAct, other: ReleasedAct): boolean {
  return (one.evidence === 'disputed') !== (other.evidence === 'disputed');
}

/** The act of the last release that this one was. */
function takeFormer(event: RelationEvent, missing: readonly ReleasedAct[]): ReleasedAct | undefined {
  const named = missing.find(
    (act) => event.alternatives.some((other) => isSame(other, act)) || act.date === event.date,
  );
  if (named !== undefined) return named;
  const near = missing.filter(({ kind }) => kind === event.kind);
  return near.sort((one, other) => distance(one, event) - distance(other, event))[0];
}

function distance(one: Pick<ReleasedAct, 'date'>, other: Pick<ReleasedAct, 'date'>): number {
  return Math.abs(Date.parse(firstDayOf(one.date)) - Date.parse(firstDayOf(other.date)));
}

function sortOf(before: ReleasedAct, after: ReleasedAct): ChangeSort {
  return before.date === after.date ? 'kind' : 'day';
}

function actOf({ kind, date, evidence }: RelationEvent): ReleasedAct {
  return { kind, date, evidence };
}
