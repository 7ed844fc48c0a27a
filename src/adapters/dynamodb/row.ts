import * as z from 'zod';
import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';

/**
 * Parses a row. A row that Jubilee cannot have written stops the run: better no digest than a wrong one.
 *
 * @throws Error with the table, the key and the fault, but never the content.
 */
export function readRow<Schema extends z.ZodType>(schema: Schema, row: unknown, place: RowRef): z.output<Schema> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Table ${place.table}, item ${place.key.join(' ')}: ${faults.join('; ')}`);
}

export type RowRef = { readonly table: string; readonly key: readonly unknown[] };

/** Creates the schema of a value stored as JSON text, which is smaller and read faster than a nested map. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z.string().transform(parseJson).pipe(schema);
}

/** Creates the schema of a list that Jubilee wrote itself, without checking entries, which would take longer than all the rest. */
export function trustedList<Entry>() {
  return z.custom<Entry[]>(Array.isArray, 'is not a list');
}

/** Creates the schema of a text that a predicate of the domain recognises. */
function domainValue<Value>(recognises: (value: string) => boolean, what: string) {
  return z.custom<Value>((value) => typeof value === 'string' && recognises(value), `is not ${what}`);
}

export const day = domainValue<CalendarDate>((text) => parseCalendarDate(text) !== undefined, 'a day');

/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime().transform((text) => new Date(text));

function parseJson(text: string, context: z.RefinementCtx<string>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
}
