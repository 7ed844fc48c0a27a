import type { ListedState } from '../listed-state.ts';

let listed: Promise<readonly ListedState[]> | undefined;

/** Fetches all states with their names once, when somebody begins to type; none if that fails. */
export function listedStates(): Promise<readonly ListedState[]> {
  listed ??= ask().catch(() => []);
  return listed;
}

async function ask(): Promise<readonly ListedState[]> {
  const response = await fetch(`/names/${document.documentElement.lang}.json`);
  return response.ok ? await response.json() : [];
}
