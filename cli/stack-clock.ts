/** How far the clock of `jubilee start --at` is ahead of this machine's, in milliseconds; negative when behind. */
const CLOCK_AHEAD = 'JUBILEE_CLOCK_AHEAD_MS';

/** The time of the stack that this process talks to: that of `jubilee start --at` in a terminal with its variables. */
export function stackClock({ [CLOCK_AHEAD]: ahead = '' }: NodeJS.ProcessEnv): () => Date {
  return () => new Date(Date.now() + (/^-?\d+$/.test(ahead) ? Number(ahead) : 0));
}

/** The variable by which another terminal learns the clock `now`: 0 if it is the machine's, so that none of an earlier stack stays. */
export function clockVariable(now: () => Date): Readonly<Record<string, string>> {
  const ahead = now().getTime() - Date.now();
  return { [CLOCK_AHEAD]: String(Math.abs(ahead) < 1000 ? 0 : ahead) };
}
