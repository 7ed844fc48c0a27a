import type { Aws } from './aws.ts';
import type { Parts, Stack } from './stack.ts';

/** One check of a stack. */
export type Check<Asked = Stack> = {
  readonly name: string;
  /** The condition that it verifies. */
  readonly about: string;
  /** Makes the check, without changing anything of value. An exception means that it could not be made. */
  readonly look: (asked: Asked) => Promise<Finding>;
};

/** The result of a check. `note`: it works, but could be better. `skipped`: not applicable here. `unknown`: the check failed to run. */
export type Finding =
  | { readonly is: 'pass' | 'skipped' | 'unknown'; readonly said: string }
  | { readonly is: 'fail' | 'note'; readonly said: string; readonly fix: string };

export function pass(said: string): Finding {
  return { is: 'pass', said };
}

/** Creates a failure; `fix` says what to do, in one line. */
export function fail(said: string, fix: string): Finding {
  return { is: 'fail', said, fix };
}

export function note(said: string, fix: string): Finding {
  return { is: 'note', said, fix };
}

export function skipped(said: string): Finding {
  return { is: 'skipped', said };
}

/** Fails if the list is not empty. */
export function failIfAny(those: readonly string[], otherwise: string, fix: string): Finding {
  return those.length > 0 ? fail(those.join(', '), fix) : pass(otherwise);
}

/** Creates a check of the parts that exist both in AWS and under `jubilee start`. */
export function ofParts(look: (parts: Parts) => Promise<Finding>): Check['look'] {
  return async ({ parts }) => look(await parts());
}

/** Creates a check that only applies in AWS, not to `jubilee start`. */
export function inAws(look: (aws: Aws) => Promise<Finding>): Check['look'] {
  return async ({ aws }) => (aws ? look(aws) : skipped('local stack: not applicable'));
}

/** The concurrent executions of the notice senders, and those to leave for pages, planner and check. */
const NOTICE_SENDERS = 2;
const ELSE = 4;
/** The usual limit of an established AWS account. */
const USUAL_CONCURRENCY = 1_000;

/** Checks that the limit leaves room for pages while every queue is being processed. */
export function concurrencyFinding(limit: number, senders: number): Finding {
  const workers = 2 * senders + NOTICE_SENDERS;
  const said = `${limit} functions at once, of which the queues take ${workers}`;
  const fix = `ask for ${USUAL_CONCURRENCY}: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${USUAL_CONCURRENCY}`;
  if (limit < workers + ELSE) return fail(said, fix);
  return limit < USUAL_CONCURRENCY / 10 ? note(said, fix) : pass(said);
}
