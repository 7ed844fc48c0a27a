import type { Dataset } from '../../src/adapters/dataset-in-memory.ts';

/** Of at most about 1 MB each. */
const MOST_TEXTS = 50;

const kept = new WeakMap<Dataset, Map<string, string>>();

/** A text that is slow to make, made once for each version of the dataset. `wish` is all that it depends on beside the data. */
export function rendered(dataset: Dataset, wish: object, make: () => string): string {
  const texts = kept.get(dataset) ?? new Map<string, string>();
  kept.set(dataset, texts);
  const key = JSON.stringify(wish);
  const text = texts.get(key) ?? make();
  texts.set(key, text);
  const [oldest] = texts.keys();
  if (texts.size > MOST_TEXTS && oldest !== undefined) texts.delete(oldest);
  return text;
}
