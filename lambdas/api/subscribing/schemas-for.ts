import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { requestSchemas } from '../../../src/requests/request-schemas.ts';
import { oncePer } from '../once-per.ts';

const schemasKnowing = oncePer(requestSchemas);

/** Returns the request schemas for the dataset's states. */
export function schemasFor({ codes }: Pick<Dataset, 'codes'>) {
  return schemasKnowing(codes);
}
