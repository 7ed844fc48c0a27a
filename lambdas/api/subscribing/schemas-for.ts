import { requestSchemas } from '../../../src/requests/request-schemas.ts';
import { forStates } from '../for-states.ts';

/** The request schemas for the dataset's states. */
export const schemasFor = forStates(requestSchemas);
