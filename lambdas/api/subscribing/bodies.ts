import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type * as z from 'zod';
import type { NamedState } from '../../../src/finding/state-index.ts';
import { readTypedPairs } from '../../../src/finding/typed-names.ts';
import { type Fault, InvalidRequest, toFaults } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm } from '../../../src/requests/preferences-form.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { formFields, redisplay } from '../../../src/wording/form-messages.ts';

/** Largest request body, in bytes. */
export const MAX_BYTES = 16 * 1024;

/** @throws InvalidRequest for malformed JSON, HTTPException (415) for another content type. */
export async function jsonBody({ req }: Context): Promise<unknown> {
  mustBe('application/json', req.header('content-type'));
  const text = await req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequest([{ field: '', pointer: '', message: 'is not JSON' }]);
  }
}

/**
 * Reads a form, and keeps its token for the links of the page that answers it, and whether it is only to be shown again.
 *
 * @throws HTTPException (415) for another content type.
 */
export async function formBody(c: Context): Promise<URLSearchParams> {
  mustBe('application/x-www-form-urlencoded', c.req.header('content-type'));
  const form = new URLSearchParams(await c.req.text());
  c.set('token', form.get('t'));
  c.set('isRedisplay', form.has(redisplay));
  form.delete(redisplay);
  return form;
}

/** Whether the form was posted only to be shown in another language: it may do nothing else, however it reads. */
export function isRedisplay(c: Context): boolean {
  return c.get('isRedisplay') === true;
}

/** The status of the page that shows a form again: its data were taken, or the form was refused. */
export function formStatus(data: unknown): 200 | 422 {
  return data === undefined ? 422 : 200;
}

/** A form with its values, and the fields in it that are at fault. */
export function toFormState(values: URLSearchParams, faults: readonly Fault[]): FormState {
  return { values, isTyped: true, faults: formFields.filter((name) => faults.some(({ field }) => field === name)) };
}

/** The form as it was filled in, with what is wrong with it; `data` if nothing is. */
type ParsedForm<Data> = { readonly state: FormState; readonly data?: Data };

/** Reads a form of preferences, in which pairs may be typed by their names, and parses it. */
export function parseForm<Schema extends z.ZodType>(
  form: URLSearchParams,
  { schema, others = {}, index }: { schema: Schema; others?: object; index: readonly NamedState[] },
): ParsedForm<z.output<Schema>> {
  const { pairs, unclear } = readTypedPairs(form, index);
  const values = new URLSearchParams([...form, ...pairs.map((pair): [string, string] => ['pairs', pair])]);
  const result = schema.safeParse({ ...others, ...readPreferencesForm(values) });
  const faults = [...toFaults(result.error), ...unclear.map(() => unclearPair)];
  const state = { ...toFormState(values, faults), unclear };
  return result.success && unclear.length === 0 ? { state, data: result.data } : { state };
}

const unclearPair: Fault = { field: 'pairs', pointer: '/pairs', message: 'must name two different states' };

function mustBe(wanted: string, given = ''): void {
  const [type = ''] = given.split(';');
  if (type.trim().toLowerCase() !== wanted) throw new HTTPException(415, { message: `The body must be ${wanted}` });
}
