import type { Context } from 'hono';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { schemasFor } from './schemas-for.ts';

/** Returns the requested file's name without `ending`; `undefined` if it ends otherwise. */
export function fileName(c: Context, ending: string): string | undefined {
  const file = c.req.param('file') ?? '';
  return file.endsWith(ending) ? file.slice(0, -ending.length) : undefined;
}

/** Parses the file name of a public calendar or feed; `undefined` if it is not `world`, a state or a pair. */
export function findFollowed(c: Context, ending: string, dataset: Pick<Dataset, 'codes'>) {
  return schemasFor(dataset).followed.safeParse(fileName(c, ending)).data;
}
