/** The variable with the time (ms) that the clock of `jubilee start --at` is ahead of this machine's; negative if behind. */
const CLOCK_AHEAD = 'JUBILEE_CLOCK_AHEAD_MS';

/** Creates the clock of the stack: that of `jubilee start --at` in a terminal with its variables, otherwise this machine's. */
export function stackClock({ [CLOCK_AHEAD]: ahead = '' }: NodeJS.ProcessEnv): () => Date {
  return () => new Date(Date.now() + (/^-?\d+$/.test(ahead) ? Number(ahead) : 0));
}

/** Returns the variable that passes the clock `now` to another terminal: 0 for the machine's, to overwrite an earlier stack's. */
export function clockVariable(now: () => Date): Readonly<Record<string, string>> {
  const ahead = now().getTime() - Date.now();
  return { [CLOCK_AHEAD]: String(Math.abs(ahead) < 1000 ? 0 : ahead) };
}
