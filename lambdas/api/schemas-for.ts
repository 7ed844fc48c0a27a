import type { Dataset } from '../../src/relations/dataset-in-memory.ts';
import { type RequestSchemas, requestSchemas } from '../../src/requests/request-schemas.ts';

const made = new WeakMap<Dataset['codes'], RequestSchemas>();

/** The request schemas for the dataset's states, made once per version of it. */
export function schemasFor({ codes }: Pick<Dataset, 'codes'>): RequestSchemas {
  const schemas = made.get(codes) ?? requestSchemas(codes);
  made.set(codes, schemas);
  return schemas;
}
