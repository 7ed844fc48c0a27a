import { beforeEach, expect, test } from 'vitest';
import { readDataset, writeDataset } from '../../src/adapters/dynamodb/stored-dataset.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { aState, chinaLesotho } from '../support/builders.ts';

const snapshot = readDataset(writeDataset({ timelines: [chinaLesotho], sources: [], states: [aState('CN')] }));

let version: string | undefined;
let reads: number;
let time: number;

beforeEach(() => {
  [version, reads, time] = ['v1', 0, 0];
});

const relations = {
  datasetVersion: async () => version,
  all: async () => {
    reads += 1;
    return snapshot;
  },
};
const now = () => new Date(time);

test('the dataset is read once, even for concurrent requests', async () => {
  const dataset = datasetInMemory(relations, now);
  const [one, other] = await Promise.all([dataset(), dataset()]);
  expect(one).toBe(other);
  time = 120_000;
  expect(await dataset()).toBe(one);
  expect(reads).toBe(1);
  expect(one.codes.has('CN')).toBe(true);
});

test('a new version is noticed after a minute', async () => {
  const dataset = datasetInMemory(relations, now);
  await dataset();
  version = 'v2';
  time = 59_999;
  expect((await dataset()).version).toBe('v1');
  time = 60_000;
  expect((await dataset()).version).toBe('v2');
});

test('while the table is being changed the last version is served', async () => {
  const dataset = datasetInMemory(relations, now);
  await dataset();
  version = undefined;
  time = 60_000;
  expect((await dataset()).version).toBe('v1');
});

test('a missing dataset is reported, and looked for again', async () => {
  const dataset = datasetInMemory(relations, now);
  version = undefined;
  await expect(dataset()).rejects.toThrow('no dataset yet');
  version = 'v1';
  expect((await dataset()).version).toBe('v1');
});
