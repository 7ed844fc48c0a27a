import { setTimeout as wait } from 'node:timers/promises';

/** Resolves at an instant (ms of Unix time), at once when it has passed. */
export function waitUntilBy(now: () => Date): (instant: number) => Promise<void> {
  return (instant) => wait(Math.max(0, instant - now().getTime()));
}
