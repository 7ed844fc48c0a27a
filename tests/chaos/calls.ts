import type { Fault, FaultKind, FaultSchedule, FunctionName } from './fault-schedule.ts';
import type { Random } from './random.ts';

export type Calls = ReturnType<typeof allCalls>;

/** One run of a function, from its event to its answer, its error or its death. */
export type Invocation = {
  readonly of: FunctionName;
  readonly number: number;
  /** When Lambda ends it, whatever it does (ms). */
  readonly deadline: number;
  /** How many of its requests have no answer yet. */
  waiting: number;
  isOver: boolean;
  /** Called when it has died. */
  readonly onDeath: () => void;
  /** When it last read a subscriber's item, by their id (ms). */
  readonly lastRead: Map<string, number>;
};

/** A request to AWS. */
export type Request = {
  /** The service and what it is to do. */
  readonly what: string;
  readonly perform: () => unknown;
  /** What the service throws when it refuses, and when its answer is lost. */
  readonly refusal: (isForGood: boolean) => unknown;
  readonly lostAnswer: () => unknown;
  /** Whether the SDK asks again when an answer is lost. */
  readonly isRepeated: boolean;
};

type Pending = Request & {
  /** A mere wait: no fault can hit it, and it has no number. */
  readonly isWait?: boolean;
  readonly by: Invocation;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** When it may be done at the earliest (ms). */
  readonly from: number;
};

type World = {
  readonly schedule: Pick<FaultSchedule, 'faults' | 'isOrderly'>;
  readonly random: Random;
  readonly clock: { now: number };
  /** Writes down what happens, if anybody wants to know. */
  readonly note: (line: () => string) => void;
};

/**
 * Every request of every function to AWS, each with a number. A request waits here until it is its turn, and there it
 * meets its fault.
 */
export function allCalls({ schedule, random, clock, note }: World) {
  const faults = new Map(schedule.faults.map(({ call, kind }: Fault) => [call, kind]));
  const callers: number[] = [];
  let pending: Pending[] = [];

  function end(invocation: Invocation): void {
    invocation.isOver = true;
  }

  /** What was on its way may still arrive. */
  function kill(invocation: Invocation): void {
    note(() => `  ${nameOf(invocation)} dies`);
    const onTheirWay = pending.filter(({ by }) => by === invocation);
    pending = pending.filter(({ by }) => by !== invocation);
    end(invocation);
    for (const call of onTheirWay) if (!schedule.isOrderly && random.chance(0.5)) outcomeOf(call);
    invocation.onDeath();
  }

  /** An invocation that has failed already leaves its container alive, and the next one there meets the lost answer. */
  function crash(call: Pending): void {
    if (call.by.isOver) settle(call, { error: call.lostAnswer() });
    else kill(call.by);
  }

  function take(call: Pending): void {
    pending = pending.filter((each) => each !== call);
    if (call.isWait) {
      settle(call, { answer: undefined });
      return;
    }
    clock.now += schedule.isOrderly ? 5 : random.between(1, 40);
    if (clock.now > call.by.deadline) {
      crash(call);
      return;
    }
    callers.push(call.by.number);
    const count = callers.length;
    const fault = faults.get(count);
    note(
      () =>
        `${count} ${new Date(clock.now).toISOString()} ${nameOf(call.by)} ${call.what}${fault ? ` ← ${fault}` : ''}`,
    );
    meet(fault, call);
  }

  function meet(fault: FaultKind | undefined, call: Pending): void {
    if (fault === 'crash before') crash(call);
    else if (fault === 'slow') pending.push({ ...call, from: clock.now + random.between(5_000, 50_000) });
    else if (fault === 'refused' || fault === 'refused for good')
      settle(call, { error: call.refusal(fault === 'refused for good') });
    else done(fault, call, outcomeOf(call));
  }

  /** What was asked for is done: what is heard of it? */
  function done(fault: FaultKind | undefined, call: Pending, outcome: Outcome): void {
    if (fault === 'crash after') crash(call);
    else if (fault === 'asked twice' && call.isRepeated) settle(call, outcomeOf(call));
    else settle(call, fault === undefined ? outcome : lost(outcome, call));
  }

  function settle({ by, resolve, reject }: Pending, outcome: Outcome): void {
    by.waiting -= 1;
    if ('error' in outcome) reject(outcome.error);
    else resolve(outcome.answer);
  }

  function line(by: Invocation, request: Request & Partial<Pending>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (by.isOver) return;
      by.waiting += 1;
      pending.push({ from: 0, ...request, by, resolve, reject });
    });
  }

  return {
    /** Puts a request into the line. A process that is dead waits for ever. */
    ask: (by: Invocation, request: Request): Promise<unknown> => line(by, request),
    /** Lets a function wait until an instant (ms). */
    sleep: async (by: Invocation, from: number): Promise<void> => {
      await line(by, { ...nothing, isWait: true, from });
    },
    end,
    kill,
    take,
    /** Those whose turn it may be. */
    ready: (): readonly Pending[] => pending.filter(({ from }) => from <= clock.now),
    /** When the next one may be done (ms). */
    next: (): number => Math.min(...pending.map(({ from }) => from)),
    /** The number of the invocation that asked for each that was done. */
    callers: (): readonly number[] => callers,
  };
}

const nothing: Request = {
  what: 'wait',
  perform: () => undefined,
  refusal: () => undefined,
  lostAnswer: () => undefined,
  isRepeated: false,
};

type Outcome = { readonly answer: unknown } | { readonly error: unknown };

function outcomeOf({ perform }: Request): Outcome {
  try {
    return { answer: perform() };
  } catch (error) {
    return { error };
  }
}

/** An error of the service was no answer that could be lost: it is what is heard. */
function lost(outcome: Outcome, { lostAnswer }: Request): Outcome {
  return 'error' in outcome ? outcome : { error: lostAnswer() };
}

function nameOf({ of, number }: Invocation): string {
  return `${of} ${number}`;
}
