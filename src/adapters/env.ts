/**
 * The environment variables that a function was deployed with.
 *
 * @throws Error that names every missing one, so that a wrong deployment fails at its first start.
 */
export function environment<const Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`Missing environment variables: ${missing.join(', ')}`);
  const values = Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
  return narrowed(values, names);
}

function narrowed<Name extends string>(values: Record<string, string>, names: readonly Name[]): Record<Name, string> {
  const complete = (candidate: Record<string, string>): candidate is Record<Name, string> =>
    names.every((name) => name in candidate);
  if (complete(values)) return values;
  throw new Error('unreachable');
}
