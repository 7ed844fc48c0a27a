import { expect, test } from 'vitest';
import { formatAct } from '../../src/dataset/files/claims.ts';
import { readPredecessors } from '../../src/dataset/files/predecessors.ts';
import { readSources } from '../../src/dataset/files/sources.ts';
import { readStates } from '../../src/dataset/files/states.ts';
import { readStatuses } from '../../src/dataset/files/status.ts';
import { discontinuedIn, predecessorsByState } from '../../src/domain/predecessor.ts';
import { partiesOf, type RelationEvent } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { dataFile, dataset, timelines } from './real-dataset.ts';

const predecessors = readPredecessors(dataFile('predecessors.csv'));
const statuses = readStatuses(dataFile('status.csv'));
const byState = predecessorsByState(dataset.predecessors);
const decisions = [...predecessors.rows, ...statuses.rows].map(({ value }) => value);

const keyed = new Set(readSources(dataFile('sources.csv')).rows.map(({ value }) => value.id));
const codes = new Set(readStates(dataFile('states.csv')).rows.map(({ value }) => value.code));

test('every decision on predecessors and statuses can be read', () => {
  expect([...predecessors.faults, ...statuses.faults]).toEqual([]);
});

test('every decision that names a source names one on file or an address', () => {
  const unknown = decisions.map(({ source }) => source).filter((source) => !source.startsWith('http') && source !== '');
  expect(unknown.filter((source) => !keyed.has(source))).toEqual([]);
});

test('every decision is about states on file', () => {
  const named = [
    ...predecessors.rows.flatMap(({ value }) => [value.state, ...value.partners]),
    ...statuses.rows.flatMap(({ value }) => partiesOf(value.pair)),
  ];
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
});

test('no partner of a predecessor has two decisions, and every predecessor has one for all others', () => {
  const decided = predecessors.rows.flatMap(({ value: { state, key, partners } }) =>
    (partners.length > 0 ? partners : ['all others']).map((partner) => `${state} ${key}: ${partner}`),
  );
  expect(new Set(decided).size).toBe(decided.length);
  const withoutDefault = predecessors.rows.filter(
    ({ value: { state, key } }) => !decided.includes(`${state} ${key}: all others`),
  );
  expect(withoutDefault).toEqual([]);
});

/** The establishments that follow relations in force, without a break between. */
function repeatedBeginnings({ pair, events }: Timeline): RelationEvent[] {
  let inForce = false;
  return events
    .filter((event) => discontinuedIn(event, pair, byState).length === 0)
    .filter(({ kind }) => {
      const isRepeated = inForce && kind === 'established';
      if (kind === 'severed') inForce = false;
      if (kind === 'established' || kind === 'resumed') inForce = true;
      return isRepeated;
    });
}

test('no establishment follows relations in force unless a decision names it', () => {
  const undecided = timelines.flatMap((timeline) =>
    repeatedBeginnings(timeline)
      .filter(
        ({ date }) =>
          !dataset.rulings.some(
            (ruling) =>
              ruling.pair === timeline.pair &&
              'other' in ruling &&
              [ruling.act, ruling.other].some((act) => act.kind === 'established' && date.startsWith(act.date)),
          ),
      )
      .map((event) => `${timeline.pair} ${formatAct(event)}`),
  );
  expect(undecided).toEqual([]);
});
