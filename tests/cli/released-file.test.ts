import { expect, test } from 'vitest';
import { faultsOfReleased } from '../../cli/released-file.ts';
import { dataFile, timelines } from '../data/real-dataset.ts';

const lines = dataFile('released.csv').split('\n');
const half = Math.floor(lines.length / 2);
const places = (left: readonly string[]) =>
  faultsOfReleased((name) => (name === 'released.csv' ? left.join('\n') : dataFile(name)), timelines).map(
    ({ file, line }) => `${file}:${line}`,
  );

test('the released acts are as the last release wrote them', () => {
  expect(places(lines)).toEqual([]);
});

test.each([
  ['a file cut in half', lines.slice(0, half), half + 1],
  ['a lost line', lines.toSpliced(1200, 1), 1201],
  ['a file cut within a line', [...lines.slice(0, half), 'DZ-'], half + 1],
  ['another day in one line', lines.with(100, (lines[100] ?? '').replace(/\d,(?=\w+$)/, '9,')), 101],
  ['an empty file', [], 1],
])('%s is a fault with its line', (_what, left, line) => {
  expect(places(left)).toEqual([`released.csv:${line}`]);
});
