import { notePredecessors } from './note-words.ts';

const names = new Map(notePredecessors.map((name) => [toSlug(name), name]));

/** The English name of a predecessor by its key in `data/predecessors.csv`; a key without a name stands for itself. */
export function predecessorName(key: string): string {
  return names.get(key) ?? key;
}

function toSlug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
