import type { Context } from 'hono';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { schemasFor } from '../schemas-for.ts';

/** The name of the file that is asked for, without its ending; `undefined` when it has another. */
export function nameOfFile(c: Context, ending: string): string | undefined {
  const file = c.req.param('file') ?? '';
  return file.endsWith(ending) ? file.slice(0, -ending.length) : undefined;
}

/** Whom a public calendar or feed follows by its name; `undefined` when there is no such state or pair. */
export function followedIn(c: Context, ending: string, dataset: Pick<Dataset, 'codes'>) {
  return schemasFor(dataset).followed.safeParse(nameOfFile(c, ending)).data;
}
