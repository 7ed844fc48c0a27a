import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type DeployedFunction = {
  readonly folder: string;
  /** All that the process sees: nothing of the test's own environment. */
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * A bundle in a process of its own, started at its first event as Lambda does.
 *
 * @returns what invokes it, which throws what the function throws; and what ends the process.
 */
export function startable({ folder, environment }: DeployedFunction) {
  let started: Promise<ChildProcess> | undefined;

  async function start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, 'run-function.mjs'), [join(folder, 'index.mjs')], {
      env: { ...environment },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint += chunk;
    });
    const [told] = await Promise.race([once(child, 'message'), once(child, 'close')]);
    if (!Object(told).isReady) throw new Error(/^\w*Error: .*$/m.exec(complaint)?.[0] ?? complaint);
    return child;
  }

  return {
    async invoke(event: unknown): Promise<unknown> {
      started ??= start();
      const child = await started;
      child.send({ event });
      const [{ result, error }] = await once(child, 'message');
      if (error) throw new Error(error);
      return result;
    },

    async end(): Promise<void> {
      const child = await started?.catch(() => undefined);
      child?.kill();
    },
  };
}
