import type * as z from 'zod';

/** A fault in one field of a request; `pointer` locates it (RFC 6901), starting with the field. */
export type Fault = {
  readonly field: string;
  readonly pointer: string;
  readonly message: string;
  /** The name that an unknown field was probably meant to have. */
  readonly meant?: string;
};

/** The caller's fault: the request as it stands can never succeed. */
export class InvalidRequest extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('The request is not valid');
    this.name = 'InvalidRequest';
    this.faults = faults;
  }
}

/**
 * Parses a request by its schema.
 *
 * @throws InvalidRequest that names every field at fault.
 */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new InvalidRequest(toFaults(result.error));
}

/** The faults of a request, field by field, if it has any; each unknown field is one of its own. */
export function toFaults(error: Pick<z.ZodError, 'issues'> | undefined): Fault[] {
  return (error?.issues ?? []).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [faultAt(issue.path, issue.message)];
    return issue.keys.map((key) => faultAt([...issue.path, key], 'is not a known field'));
  });
}

function faultAt(path: readonly PropertyKey[], message: string): Fault {
  const steps = path.map(String);
  const pointer = steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { field: steps[0] ?? '', pointer, message };
}
