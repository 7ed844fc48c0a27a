import { type NamedState, stateIndex } from '../../src/finding/state-index.ts';
import type { Dataset } from '../../src/relations/dataset-in-memory.ts';
import { oncePer } from './once-per.ts';

const indexed = oncePer((states: Dataset['states']) => stateIndex(states));

/** Indexes the states by all their names, once per dataset. */
export function namedStates({ states }: Pick<Dataset, 'states'>): readonly NamedState[] {
  return indexed(states);
}
