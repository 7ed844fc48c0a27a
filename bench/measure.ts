type Work = () => unknown;

export type Sides = {
  readonly rounds: number;
  readonly ours: Work;
  readonly yardstick: Work;
  /** The repetitions of each side in one sample, to make it long enough to measure. */
  readonly times?: { readonly ours?: number; readonly yardstick?: number };
};

/**
 * Measures the medians of both sides in ms of CPU of all threads of this process, so that other load on the machine hardly
 * matters. The sides take turns under the same conditions; the first round does not count.
 */
export async function sideBySide({ rounds, ours, yardstick, times = {} }: Sides) {
  const samples: { ours: number; yardstick: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    samples.push({
      ours: await measureCpuMs(ours, times.ours),
      yardstick: await measureCpuMs(yardstick, times.yardstick),
    });
  }
  const counted = samples.slice(1);
  return {
    value: median(counted.map((sample) => sample.ours)),
    yardstick: median(counted.map((sample) => sample.yardstick)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Returns the CPU time that this process has used on all threads (ms). */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measureCpuMs(work: Work, times = 1): Promise<number> {
  const before = cpuMs();
  for (let time = 0; time < times; time += 1) await work();
  return (cpuMs() - before) / times;
}
