import type { Context } from 'hono';
import { remember } from '../../src/domain/remember.ts';
import type { Handlers, RouteName } from './handlers.ts';

/** Handlers whose module is loaded by the first request for one of them, so that a cold start loads only what it answers. */
export function lazily<Name extends RouteName>(
  names: readonly Name[],
  load: () => Promise<Handlers<Name>>,
): Handlers<Name>;
export function lazily(names: readonly RouteName[], load: () => Promise<Handlers>): object {
  const loaded = remember(load);
  return Object.fromEntries(names.map((name) => [name, async (c: Context) => (await loaded())[name](c)]));
}
