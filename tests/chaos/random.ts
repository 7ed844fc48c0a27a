export type Random = ReturnType<typeof seeded>;

/** Numbers that are the same in every run from the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;

  /** From 0 to 1, without 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const below = (limit: number): number => Math.floor(next() * limit);

  return {
    next,
    below,
    /** From one number through another. */
    between: (least: number, most: number): number => least + below(most - least + 1),
    chance: (part: number): boolean => next() < part,
    pick<Each>(all: readonly [Each, ...Each[]] | readonly Each[]): Each {
      const picked = all[below(all.length)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
  };
}
