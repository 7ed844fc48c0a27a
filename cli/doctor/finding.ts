import type { Aws } from './aws.ts';
import type { Parts, Stack } from './stack.ts';

/** One question that an operator would ask of a stack. */
export type Check<Asked = Stack> = {
  readonly name: string;
  /** What is so when all is well. */
  readonly about: string;
  /** Changes nothing that anybody would miss. What it throws means that the question could not be answered. */
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

/** It fails if there are any of them. */
export function failIfAny(those: readonly string[], otherwise: string, fix: string): Finding {
  return those.length > 0 ? fail(those.join(', '), fix) : pass(otherwise);
}

/** Asks the parts that stand on this machine and in AWS alike. */
export function ofParts(look: (parts: Parts) => Promise<Finding>): Check['look'] {
  return async ({ parts }) => look(await parts());
}

/** Asks what the stack of `jubilee start` has none of. */
export function inAws(look: (aws: Aws) => Promise<Finding>): Check['look'] {
  return async ({ aws }) => (aws ? look(aws) : skipped('local stack: not applicable'));
}

/** Executions that the senders of notices take, and what pages, planner and check need beside them. */
const NOTICE_SENDERS = 2;
const ELSE = 4;
/** What AWS grants an account in good standing. */
const USUAL_CONCURRENCY = 1_000;

/** Whether pages are still answered while every queue is worked on. */
export function concurrencyFinding(limit: number, senders: number): Finding {
  const workers = 2 * senders + NOTICE_SENDERS;
  const said = `${limit} functions at once, of which the queues take ${workers}`;
  const fix = `ask for ${USUAL_CONCURRENCY}: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${USUAL_CONCURRENCY}`;
  if (limit < workers + ELSE) return fail(said, fix);
  return limit < USUAL_CONCURRENCY / 10 ? note(said, fix) : pass(said);
}
