import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStates, type State } from '../../src/dataset/states.ts';
import { dataFolder } from '../dataset-files.ts';

/** The states that the product carries, in the order of their codes. */
export function followableStates(): State[] {
  return readStates(readFileSync(join(dataFolder, 'states.csv'), 'utf8')).rows.map(({ value }) => value);
}
