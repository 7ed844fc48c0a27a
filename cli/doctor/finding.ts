import type { Aws } from './aws.ts';
import type { Parts, Stack } from './stack.ts';

/** One question that an operator would ask of a stack. */
export type Check<Asked = Stack> = {
  readonly name: string;
  /** What holds when all is well. */
  readonly about: string;
  /** Must not change anything of value. An exception means that the check could not be made. */
  readonly look: (asked: Asked) => Promise<Finding>;
};

/** `note`: it works, and may be better. `skipped`: the question has no meaning here. `unknown`: it could not be answered. */
export type Finding =
  | { readonly is: 'pass' | 'skipped' | 'unknown'; readonly said: string }
  | { readonly is: 'fail' | 'note'; readonly said: string; readonly fix: string };

export function pass(said: string): Finding {
  return { is: 'pass', said };
}

/** `fix`: what to do, in one line. */
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

/** A check of the parts that exist both in AWS and under `jubilee start`. */
export function ofParts(look: (parts: Parts) => Promise<Finding>): Check['look'] {
  return async ({ parts }) => look(await parts());
}

/** A check that only applies in AWS, not to `jubilee start`. */
export function inAws(look: (aws: Aws) => Promise<Finding>): Check['look'] {
  return async ({ aws }) => (aws ? look(aws) : skipped('local stack: not applicable'));
}

/** Concurrent executions of the notice senders, and of pages, planner and check. */
const NOTICE_SENDERS = 2;
const ELSE = 4;
/** What AWS grants an account in good standing. */
const USUAL_CONCURRENCY = 1_000;

/** Checks that pages are still served while every queue is being processed. */
export function concurrencyFinding(limit: number, senders: number): Finding {
  const workers = 2 * senders + NOTICE_SENDERS;
  const said = `${limit} functions at once, of which the queues take ${workers}`;
  const fix = `ask for ${USUAL_CONCURRENCY}: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${USUAL_CONCURRENCY}`;
  if (limit < workers + ELSE) return fail(said, fix);
  return limit < USUAL_CONCURRENCY / 10 ? note(said, fix) : pass(said);
}
