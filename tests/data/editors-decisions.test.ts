import { expect, test } from 'vitest';
import { readPredecessors } from '../../src/dataset/files/predecessors.ts';
import { readSources } from '../../src/dataset/files/sources.ts';
import { readStates } from '../../src/dataset/files/states.ts';
import { readStatuses } from '../../src/dataset/files/status.ts';
import { partiesOf } from '../../src/domain/relation-event.ts';
import { dataFile } from './real-dataset.ts';

const predecessors = readPredecessors(dataFile('predecessors.csv'));
const statuses = readStatuses(dataFile('status.csv'));
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
