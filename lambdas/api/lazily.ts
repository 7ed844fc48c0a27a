import { remember } from '../../src/domain/remember.ts';

/** Creates functions that load their module at the first call, so that a cold start loads only what it needs. */
export function lazily<Name extends string, Loaded extends Functions<Name>>(
  names: readonly Name[],
  load: () => Promise<Loaded>,
): Pick<Loaded, Name>;
export function lazily(names: readonly string[], load: () => Promise<Functions<string>>): object {
  const loaded = remember(load);
  return Object.fromEntries(
    names.map((name) => [name, async (...given: never[]) => (await loaded())[name]?.(...given)]),
  );
}

type Functions<Name extends string> = { readonly [Named in Name]: (...given: never[]) => unknown };
