export type SimulatedClock = ReturnType<typeof simulatedClock>;

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Creates a clock that jumps to the next wake-up as soon as nobody computes. Times are in ms. */
export function simulatedClock(start: number) {
  const sleepers: Sleeper[] = [];
  let now = start;

  return {
    get now(): number {
      return now;
    },

    sleepUntil: (at: number): Promise<void> =>
      new Promise((wake) => {
        const place = sleepers.findLastIndex((sleeper) => sleeper.at <= at) + 1;
        sleepers.splice(place, 0, { at, wake });
      }),

    /** Advances the clock until the work is done. */
    async run(work: Promise<unknown>): Promise<void> {
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers.shift();
        if (next === undefined) break;
        now = Math.max(now, next.at);
        next.wake();
      }
      await done;
    },
  };
}
