import type { Command } from 'commander';
import { FunctionFailed } from '../../src/adapters/lambda/function-caller.ts';
import { StackIncomplete } from '../stack-names.ts';

/** SDK error names that mean a wrong region, endpoint or set of credentials. */
const reasons: Readonly<Record<string, string>> = {
  'Region is missing': 'there is no region: set AWS_REGION, or the variables that "jubilee start" prints',
  ECONNREFUSED: 'nothing answers at AWS_ENDPOINT_URL_DYNAMODB or AWS_ENDPOINT_URL_LAMBDA: is "jubilee start" running?',
  CredentialsProviderError:
    'there are no AWS credentials: set AWS_PROFILE, or the variables that "jubilee start" prints',
  ValidationError:
    'there is no such stack in this account and region: name it with --stack, and set AWS_PROFILE and AWS_REGION',
  ResourceNotFoundException: 'there is no such table or function: check its name and the region',
};

/** Does the work; if the tables cannot be reached, ends the command with one line that says how to fix it. */
export async function orUnreachable<Result>(command: Command, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? findReason(error) : undefined;
    if (reason === undefined) throw error;
    return command.error(`error: ${reason}`, { exitCode: 2 });
  }
}

function findReason(error: Error): string | undefined {
  if (error instanceof StackIncomplete || error instanceof FunctionFailed) return error.message;
  return reasons[errorCode(error)] ?? reasons[error.name] ?? reasons[error.message];
}

function errorCode(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
