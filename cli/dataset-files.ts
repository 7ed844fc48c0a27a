import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResolvedDataset } from '../src/dataset/resolved-dataset.ts';
import type { StateCode } from '../src/domain/relation-event.ts';
import type { ResolvedDataset } from '../src/domain/resolved-dataset.ts';

/** The folder of the data shipped with the product, whatever the working directory. */
export const dataFolder = join(import.meta.dirname, '..', 'data');

export function readDataset(): ResolvedDataset & { readonly codes: ReadonlySet<StateCode> } {
  const dataset = readResolvedDataset((name) => readFileSync(join(dataFolder, name), 'utf8'));
  return { ...dataset, codes: new Set(dataset.states.map(({ code }) => code)) };
}

/** Creates a reader of a folder's files by name; a missing one reads as empty. */
export function readFilesIn(folder: string): (name: string) => string {
  return (name) => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
}
