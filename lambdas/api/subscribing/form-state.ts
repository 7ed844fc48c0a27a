import type { Fault } from '../../../src/requests/invalid-request.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { formFields } from '../../../src/wording/form-messages.ts';

/** A form that was not taken: what was entered, and which questions were got wrong. */
export function formStateOf(values: URLSearchParams, faults: readonly Fault[]): FormState {
  return { values, faults: formFields.filter((name) => faults.some(({ field }) => field === name)) };
}
