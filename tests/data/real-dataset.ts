import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';

export const dataFile = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'data', name), 'utf8');

/** A day after the last claim of the dataset. */
const readOn = '2026-11-01';

export const { dataset, faults } = readDataset(dataFile, readOn);

export const timelines = resolve(dataset);
