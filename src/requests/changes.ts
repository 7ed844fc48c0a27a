import * as z from 'zod';
import { dayParameter, pageLimit } from './anniversaries.ts';
import { type KnownStates, partyFields } from './preferences.ts';

/** Builds the schema of paginated queries for data changes. */
export function changesPage(states: KnownStates) {
  const { state, pair } = partyFields(states);
  return z.strictObject({
    since: dayParameter.optional().describe('Only changes of data releases from this day on.'),
    state: state.optional().describe('Only changes of a state, by its code.'),
    pair: pair.optional().describe('Only changes of a pair, such as `CN-LS`.'),
    cursor: cursor.optional().describe('The `next` of the previous page; keep all other parameters.'),
    limit: pageLimit.describe('The most changes on a page.'),
  });
}

/** Encodes the key of the last change returned as an opaque cursor. */
export function writeChangesCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

const cursor = z
  .string()
  .max(200)
  .transform((word, context) => {
    const key = Buffer.from(word, 'base64url').toString();
    if (/^\d{4}-\d\d-\d\d [A-Z]{2}-[A-Z]{2} [\w\d -]+$/.test(key)) return key;
    context.addIssue('is not a cursor that an answer gave');
    return z.NEVER;
  });
