import { type NamedState, stateIndex } from '../../src/finding/state-index.ts';
import type { Dataset } from '../../src/relations/dataset-in-memory.ts';

const made = new WeakMap<Dataset['states'], readonly NamedState[]>();

/** The states by all their names, made once per version of the dataset. */
export function namedStates({ states }: Pick<Dataset, 'states'>): readonly NamedState[] {
  const named = made.get(states) ?? stateIndex(states);
  made.set(states, named);
  return named;
}
