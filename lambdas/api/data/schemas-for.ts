import { dataRequests } from '../../../src/requests/data-requests.ts';
import { forStates } from '../for-states.ts';

/** The schemas of requests for data, for the dataset's states. */
export const schemasFor = forStates(dataRequests);
