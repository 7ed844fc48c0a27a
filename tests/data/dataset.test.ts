import { expect, test } from 'vitest';
import { readEvents, writeEvents } from '../../src/dataset/files/events-csv.ts';
import { describeFault } from '../../src/dataset/files/fault.ts';
import { firstDay, lastDay } from '../../src/dataset/resolving/partial-dates.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';
import { eventKey, eventKinds } from '../../src/domain/relation-event.ts';
import { dataFile, dataset, faults, timelines } from './real-dataset.ts';

const byPair = new Map(timelines.map((timeline) => [timeline.pair, timeline]));

test('the dataset has no fault', () => {
  expect(faults.map(describeFault)).toEqual([]);
});

test('events.csv is what claims and rulings come to: npm run jubilee data resolve', () => {
  expect(writeEvents(timelines) === dataFile('events.csv')).toBe(true);
});

test('events.csv says all that its timelines say', () => {
  expect(readEvents(dataFile('events.csv'), dataset.states)).toEqual(timelines);
});

test('the files are sorted and end their lines with LF', () => {
  for (const name of ['claims.csv', 'unchained.csv', 'sources.csv', 'states.csv']) {
    const keys = dataFile(name).split('\n').slice(1, -1);
    expect(dataFile(name)).not.toContain('\r');
    expect(keys.map(keyOfLine), name).toEqual(keys.map(keyOfLine).sort());
  }
});

test('no claim vanishes: each is the date of an event, a coarser form of it, or one of its alternatives', () => {
  const vanished = dataset.claims.filter(
    ({ pair, kind, date, source }) =>
      !byPair
        .get(pair)
        ?.events.some(
          (event) =>
            (event.kind === kind && event.date.startsWith(date) && event.sources.includes(source)) ||
            event.alternatives.some(
              (other) => other.kind === kind && other.date === date && other.sources.includes(source),
            ),
        ),
  );
  expect(vanished).toEqual([]);
});

test('nothing is invented: every date, kind and source of an event is in a claim', () => {
  const claimed = new Set(
    dataset.claims.flatMap(({ pair, kind, date, source }) => [
      `${pair} ${kind}`,
      `${pair} ${date}`,
      `${pair} ${kind} ${date} ${source}`,
    ]),
  );
  const told = timelines.flatMap(({ pair, events }) =>
    events.flatMap(({ kind, date, alternatives }) => [
      `${pair} ${kind}`,
      `${pair} ${date}`,
      ...alternatives.flatMap((other) =>
        other.sources.map((source) => `${pair} ${other.kind} ${other.date} ${source}`),
      ),
    ]),
  );
  expect(told.length).toBeGreaterThan(36_000);
  expect(told.filter((fact) => !claimed.has(fact))).toEqual([]);
});

test('every pair of the claims has one timeline', () => {
  expect(timelines.map(({ pair }) => pair)).toEqual([...new Set(dataset.claims.map(({ pair }) => pair))].sort());
});

test('a timeline lists its events as they happened: none follows one that is certainly later', () => {
  for (const { pair, events } of timelines) {
    for (const [index, event] of events.entries()) {
      const misplaced = events.slice(index + 1).filter((later) => lastDay(later.date) < firstDay(event.date));
      expect(misplaced, pair).toEqual([]);
    }
  }
});

test('recognition comes before what happened on the same day', () => {
  for (const { pair, events } of timelines) {
    for (const [index, event] of events.entries()) {
      const before = events[index - 1];
      if (event.kind !== 'recognised' || before === undefined) continue;
      expect(before.date === event.date && before.kind !== 'recognised', pair).toBe(false);
    }
  }
});

test('no two events of a pair have one key', () => {
  for (const { pair, events } of timelines) expect(new Set(events.map(eventKey)).size, pair).toBe(events.length);
});

test('the order of the claims does not matter', () => {
  expect(writeEvents(resolve({ ...dataset, claims: [...dataset.claims].reverse() })) === writeEvents(timelines)).toBe(
    true,
  );
});

test('relations with a state that has ended end with it', () => {
  expect(byPair.get('CN-DD')?.ended).toBe('1990-10-03');
  expect(timelines.filter(({ ended }) => ended !== undefined).every(({ pair }) => /SU|YU|CS|DD/.test(pair))).toBe(true);
});

test('events of every kind are known', () => {
  const kinds = new Set(timelines.flatMap(({ events }) => events.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([...eventKinds].sort());
});

/** The columns that a file is sorted by: all that stands before a note or a title. */
function keyOfLine(line: string): string {
  return line
    .split(',')
    .slice(0, /^[A-Z]{2}-[A-Z]{2},/.test(line) ? 4 : 1)
    .join('\u0000');
}

test('the data dictionary counts the rows of each file and explains each column', () => {
  const dictionary = dataFile('README.md');
  for (const name of ['claims.csv', 'unchained.csv', 'sources.csv', 'states.csv', 'rulings.csv', 'events.csv']) {
    const [header = '', ...rows] = dataFile(name).trimEnd().split('\n');
    expect(dictionary).toContain(`| \`${name}\` | ${rows.length.toLocaleString('en')} |`);
    for (const column of header.split(',')) expect(dictionary, `${name} ${column}`).toContain(`\`${column}\``);
  }
});
