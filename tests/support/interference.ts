import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Call = { readonly command: string; readonly input: ServiceInputTypes };
type Output = { readonly output: ServiceOutputTypes; response: unknown };

/** Stands between the tables' code and DynamoDB: may refuse a call, alter it, or alter its answer. */
export type Interference = (call: Call, send: (input?: ServiceInputTypes) => Promise<Output>) => Promise<Output>;

const name = 'interference';

/** Runs `work` with the interference, and gives the commands that were called in the meantime. */
export async function withInterference(
  client: DynamoDBDocumentClient,
  interfere: Interference,
  work: () => Promise<unknown>,
) {
  const calls: string[] = [];
  client.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      (args) => {
        calls.push(command);
        return interfere({ command, input: args.input }, (input = args.input) => next({ ...args, input }));
      },
    { step: 'serialize', priority: 'high', name },
  );
  await work().finally(() => client.middlewareStack.remove(name));
  return calls;
}

export const none: Interference = (_call, send) => send();
