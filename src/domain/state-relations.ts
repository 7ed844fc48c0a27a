import { type CalendarDate, firstDayOf } from './calendar-date.ts';
import { partiesOf, type StateCode } from './relation-event.ts';
import { type StatusSpan, statusSpans } from './status-spans.ts';
import { statusOn, type Timeline } from './timeline.ts';

/** A state's relations with one partner, over time. */
export type Relations = {
  readonly partner: StateCode;
  readonly timeline: Timeline;
  readonly spans: readonly StatusSpan[];
};

/** Lists the relations of a state with each partner, by when they began; those that never did come last. */
export function listRelations(code: StateCode, timelines: readonly Timeline[]): Relations[] {
  return timelines
    .filter(({ pair }) => partiesOf(pair).includes(code))
    .map((timeline) => ({ partner: partnerOf(code, timeline), timeline, spans: statusSpans(timeline) }))
    .sort((one, other) => (beginKey(one) < beginKey(other) ? -1 : 1));
}

/** Counts the states with which relations are in force on `day`, and those with which they are broken off or suspended. */
export function countRelations(timelines: readonly Timeline[], day: CalendarDate) {
  const statuses = timelines.map((timeline) => statusOn(timeline, day));
  return {
    inForce: statuses.filter((status) => status === 'in force').length,
    severed: statuses.filter((status) => status === 'severed' || status === 'suspended').length,
  };
}

/** Counts for each state its partners in relations on `day`. */
export function partnersOfEach(timelines: readonly Timeline[], day: CalendarDate): ReadonlyMap<StateCode, number> {
  const counts = new Map<StateCode, number>();
  for (const timeline of timelines) {
    if (statusOn(timeline, day) !== 'in force') continue;
    for (const party of partiesOf(timeline.pair)) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return counts;
}

function partnerOf(code: StateCode, { pair }: Timeline): StateCode {
  const [one, other] = partiesOf(pair);
  return one === code ? other : one;
}

function beginKey({ spans, partner }: Relations): string {
  const [first] = spans;
  return `${first === undefined ? '9999-12-31' : firstDayOf(first.from)} ${partner}`;
}
