import type { ListedState } from '../listed-state.ts';

let listed: Promise<readonly ListedState[]> | undefined;

/** All states by their names, asked for once, when somebody begins to type; none when they cannot be had. */
export function listedStates(): Promise<readonly ListedState[]> {
  listed ??= ask().catch(() => []);
  return listed;
}

async function ask(): Promise<readonly ListedState[]> {
  const response = await fetch(`/names/${document.documentElement.lang}.json`);
  return response.ok ? await response.json() : [];
}
