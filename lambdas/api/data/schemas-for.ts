import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { dataRequests } from '../../../src/requests/data-requests.ts';
import { oncePer } from '../once-per.ts';

const schemasKnowing = oncePer(dataRequests);

/** Returns the schemas of requests for data, for the dataset's states. */
export function schemasFor({ codes }: Pick<Dataset, 'codes'>) {
  return schemasKnowing(codes);
}
