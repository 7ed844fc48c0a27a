import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type * as z from 'zod';
import type { NamedState } from '../../../src/finding/state-index.ts';
import { readTypedPairs } from '../../../src/finding/typed-names.ts';
import { type Fault, InvalidRequest, toFaults } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm } from '../../../src/requests/preferences-form.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { formFields, redisplay } from '../../../src/wording/form-messages.ts';

/** The largest request body (bytes). */
export const MAX_BYTES = 16 * 1024;

/** Reads a JSON body. @throws InvalidRequest for malformed JSON, HTTPException (415) for another content type */
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
 * Reads a form. Keeps its token for links on the resulting page, and whether the form is only to be shown again.
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

/** Checks whether the form was posted only to be shown in another language; then it must have no other effect. */
export function isRedisplay(c: Context): boolean {
  return c.get('isRedisplay') === true;
}

/** Returns the status of a page that shows a form again: 200 if its data is valid, else 422. */
export function formStatus(data: unknown): 200 | 422 {
  return data === undefined ? 422 : 200;
}

/** Creates the state of a form from its values and faults. */
export function toFormState(values: URLSearchParams, faults: readonly Fault[]): FormState {
  return { values, isTyped: true, faults: formFields.filter((name) => faults.some(({ field }) => field === name)) };
}

/** The form as filled in, with its faults; `data` if there are none. */
type ParsedForm<Data> = { readonly state: FormState; readonly data?: Data };

/** Parses a form with preferences, in which pairs may be typed by name. */
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
