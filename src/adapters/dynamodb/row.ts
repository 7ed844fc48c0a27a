import * as z from 'zod';
import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';

/**
 * Parses what a table holds. A row that Jubilee cannot have written stops the run: better no digest than a wrong one.
 *
 * @throws Error that names the table, the key and the fault, and never the content.
 */
export function readRow<Schema extends z.ZodType>(schema: Schema, row: unknown, place: RowRef): z.output<Schema> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Table ${place.table}, item ${place.key.join(' ')}: ${faults.join('; ')}`);
}

export type RowRef = { readonly table: string; readonly key: readonly unknown[] };

/** An attribute that holds a value as compact JSON text: smaller and read faster than a nested map. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z.string().transform(parseJson).pipe(schema);
}

/** A list that Jubilee has written itself: checking each entry would take longer than all the rest. */
export function trustedList<Entry>() {
  return z.custom<Entry[]>(Array.isArray, 'is not a list');
}

/** A value of a type that a predicate of the domain recognises. */
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
