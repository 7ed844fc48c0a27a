import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';

export const dataFile = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'data', name), 'utf8');

/** A day after the last claim of the dataset. */
const readOn = '2026-01-01';

export const { dataset, faults } = readDataset(
  {
    'claims.csv': dataFile('claims.csv'),
    'unchained.csv': dataFile('unchained.csv'),
    'sources.csv': dataFile('sources.csv'),
    'states.csv': dataFile('states.csv'),
    'rulings.csv': dataFile('rulings.csv'),
  },
  readOn,
);

export const timelines = resolve(dataset);
