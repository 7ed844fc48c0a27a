import type * as z from 'zod';

/** A fault in one field of a request; `pointer` locates it (RFC 6901), starting with the field. */
export type Fault = {
  readonly field: string;
  readonly pointer: string;
  readonly message: string;
  /** The known field that an unknown one probably meant. */
  readonly meant?: string;
};

/** Thrown for a fault of the caller: the request can never succeed unchanged. */
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
 * @throws InvalidRequest with every faulty field.
 */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new InvalidRequest(toFaults(result.error));
}

/** Converts Zod issues to faults by field; each unknown field is a fault of its own. */
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
