import { notePredecessors } from './note-words.ts';

const names = new Map(notePredecessors.map((name) => [toSlug(name), name]));

/** Returns the English name of a predecessor by its key in `data/predecessors.csv`; an unknown key unchanged. */
export function predecessorName(key: string): string {
  return names.get(key) ?? key;
}

function toSlug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
