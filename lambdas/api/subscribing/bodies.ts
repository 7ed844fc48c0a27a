import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Fault, InvalidRequest } from '../../../src/requests/invalid-request.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { formFields } from '../../../src/wording/form-messages.ts';

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
 * Reads a form, and keeps its token for the links of the page that answers it.
 *
 * @throws HTTPException (415) for another content type.
 */
export async function formBody(c: Context): Promise<URLSearchParams> {
  mustBe('application/x-www-form-urlencoded', c.req.header('content-type'));
  const form = new URLSearchParams(await c.req.text());
  c.set('token', form.get('t'));
  return form;
}

/** A refused form with its values, and the fields in it that are at fault. */
export function toFormState(values: URLSearchParams, faults: readonly Fault[]): FormState {
  return { values, faults: formFields.filter((name) => faults.some(({ field }) => field === name)) };
}

function mustBe(wanted: string, given = ''): void {
  const [type = ''] = given.split(';');
  if (type.trim().toLowerCase() !== wanted) throw new HTTPException(415, { message: `The body must be ${wanted}` });
}
