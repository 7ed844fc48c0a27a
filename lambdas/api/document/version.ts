import { version as released } from '../../../package.json';

/** The version of the software. */
export const version = released;
