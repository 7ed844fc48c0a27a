import { eventKinds, type RelationEvent } from '../../domain/relation-event.ts';
import { firstDay, lastDay } from './partial-dates.ts';
import { isBeginning } from './same-act.ts';

type Dated = Pick<RelationEvent, 'kind' | 'date'>;

/**
 * Orders events by time, placing coarse dates where they make sense: relations established in February 1999 and severed
 * some time in 1999 were severed later; a break comes before a resumption, unless relations were already broken off.
 */
export function orderByTime<Event extends Dated>(events: readonly Event[]): Event[] {
  const left = [...events];
  const ordered: Event[] = [];
  while (left.length > 0) {
    const next = chooseNext(left, ordered);
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}

function chooseNext<Event extends Dated>(left: readonly Event[], ordered: readonly Event[]): Event {
  const possible = left.filter(({ date }) => !left.some((other) => lastDay(other.date) < firstDay(date)));
  const isBroken = ordered.findLast(({ kind }) => kind === 'severed' || isBeginning(kind))?.kind === 'severed';
  const fitting = isBroken ? possible.filter(({ kind }) => kind !== 'severed') : possible;
  const [first] = [...(fitting.length > 0 ? fitting : possible)].sort(
    (one, other) => rankOf(one) - rankOf(other) || firstDay(one.date) - firstDay(other.date),
  );
  if (first === undefined) throw new Error('a pair without events has no order');
  return first;
}

function rankOf({ kind }: Dated): number {
  return eventKinds.indexOf(kind);
}
