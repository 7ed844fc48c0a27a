import type { Caller } from './signed-call.ts';

/**
 * Reads the environment variables of a function.
 *
 * @throws Error with every missing one, so that a faulty deployment fails at its first start.
 */
export function environment<const Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  const isComplete = (values: Record<string, string | undefined>): values is Record<Name, string> =>
    names.every((name) => values[name]);
  if (isComplete(process.env)) return process.env;
  throw new Error(`Missing environment variables: ${names.filter((name) => !process.env[name]).join(', ')}`);
}

/** Reads the function's region and credentials, which Lambda puts into the environment. */
export function ownCaller(): Caller {
  const { AWS_REGION, ...own } = environment('AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
  const credentials = {
    accessKeyId: own.AWS_ACCESS_KEY_ID,
    secretAccessKey: own.AWS_SECRET_ACCESS_KEY,
    sessionToken: optionalVariable('AWS_SESSION_TOKEN'),
  };
  return { region: async () => AWS_REGION, credentials: async () => credentials };
}

/** Reads a variable that an operator need not set. */
export function optionalVariable(name: string): string | undefined {
  return process.env[name];
}

/** Reads the override of a service's endpoint from the SDK's own variable: for `ssm`, `AWS_ENDPOINT_URL_SSM`. */
export function endpointOf(service: string): string | undefined {
  return process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || process.env.AWS_ENDPOINT_URL;
}
