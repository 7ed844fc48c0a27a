import type { Aws } from './aws.ts';
import type { Parts, Stack } from './stack.ts';

/** One question that an operator would ask of a stack. */
export type Check = {
  readonly name: string;
  /** What is so when all is well. */
  readonly about: string;
  /** Changes nothing that anybody would miss. What it throws means that the question could not be answered. */
  readonly look: (stack: Stack) => Promise<Finding>;
};

/** `skipped`: the question has no meaning here. `unknown`: it could not be answered. */
export type Finding =
  | { readonly is: 'pass' | 'skipped' | 'unknown'; readonly said: string }
  | { readonly is: 'fail'; readonly said: string; readonly fix: string };

export function pass(said: string): Finding {
  return { is: 'pass', said };
}

/** `fix`: what to do, in one line. */
export function fail(said: string, fix: string): Finding {
  return { is: 'fail', said, fix };
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
