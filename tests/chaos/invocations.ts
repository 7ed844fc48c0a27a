import type { Calls, Invocation } from './calls.ts';
import type { FunctionName } from './fault-schedule.ts';
import { aContainer, type Container, type World } from './functions.ts';

const MINUTE = 60_000;

export const timeouts: Readonly<Record<FunctionName, number>> = {
  'digest-planner': 5 * MINUTE,
  'digest-sender': 5 * MINUTE,
  'notice-sender': MINUTE / 2,
  feedback: MINUTE / 2,
  api: MINUTE / 2,
};

/** The API's pages are slow to make and keep no state, so their containers outlive a history. */
const apiContainers: Container[] = [];

type Parts = {
  readonly world: World;
  readonly clock: { readonly now: number };
  readonly calls: Calls;
  readonly note: (line: () => string) => void;
};

/** Runs functions as Lambda does: each invocation in a free container or a new one, until it ends or dies. */
export function allInvocations({ world, clock, calls, note }: Parts) {
  const running = new Set<Invocation>();
  const containers = new Map<FunctionName, Container[]>([['api', apiContainers]]);
  let count = 0;

  function free(of: FunctionName): Container[] {
    const all = containers.get(of) ?? [];
    containers.set(of, all);
    return all;
  }

  function begin(of: FunctionName, onOver: () => void): Invocation {
    count += 1;
    const invocation: Invocation = {
      ...{ of, number: count, deadline: clock.now + timeouts[of], waiting: 0, isOver: false },
      onDeath: onOver,
      lastRead: new Map(),
    };
    running.add(invocation);
    return invocation;
  }

  return {
    /** Resolves with the function's answer, or with `undefined` when it failed or died. */
    invoke<Answer>(of: FunctionName, work: (container: Container, by: Invocation) => Promise<Answer>) {
      return new Promise<Answer | undefined>((resolve) => {
        const container = free(of).pop() ?? aContainer(world);
        if (container.place.world !== world) container.place.frozen.length = 0;
        container.place.world = world;
        const over = (answer?: Answer) => {
          running.delete(invocation);
          resolve(answer);
        };
        const invocation = begin(of, over);
        container.place.invocation = invocation;
        for (const thaw of container.place.frozen.splice(0)) thaw();
        const ended = (answer?: Answer) => {
          if (invocation.isOver) return;
          calls.end(invocation);
          free(of).push(container);
          over(answer);
        };
        work(container, invocation).then(ended, (error: unknown) => {
          note(() => `  ${of} ${invocation.number} fails: ${error}`);
          ended();
        });
      });
    },

    runningOf: (of: FunctionName): number => [...running].filter((invocation) => invocation.of === of).length,

    /** Whether a function computes at this moment, rather than waiting for an answer of AWS. */
    isAtWork: (): boolean => [...running].some(({ waiting }) => waiting === 0),
  };
}
