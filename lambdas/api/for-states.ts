import type { Dataset } from '../../src/relations/dataset-in-memory.ts';

type Codes = Pick<Dataset, 'codes'>;

/** Makes something of the dataset's states once per version of it. */
export function forStates<Made>(make: (codes: Dataset['codes']) => Made): (dataset: Codes) => Made {
  const made = new WeakMap<Dataset['codes'], Made>();
  return ({ codes }) => {
    const known = made.get(codes) ?? make(codes);
    made.set(codes, known);
    return known;
  };
}
