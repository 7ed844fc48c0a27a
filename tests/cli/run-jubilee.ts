import { execFile } from 'node:child_process';
import { join } from 'node:path';

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** In bytes: the whole dataset is printed too. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs the command as a person does, in a process of its own, with its output piped. */
export function jubilee(...args: readonly string[]): Promise<Run> {
  return jubileeWith({}, ...args);
}

/** The same with environment variables. */
export function jubileeWith(variables: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  const options = {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...variables },
    maxBuffer: MOST_OUTPUT,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'cli/jubilee.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
