import type { Command } from 'commander';
import { FunctionFailed } from '../../src/adapters/lambda/function-caller.ts';
import { StackIncomplete } from '../stack-names.ts';

const NO_ANSWER = 'AWS does not answer: check the network and AWS_REGION';
const SIGN_IN = 'AWS does not accept these credentials: sign in again, for example with "aws sso login"';
const NOT_PERMITTED = 'these credentials do not permit this: use a role that may operate the stack';

/** What to do about SDK errors that mean a wrong region, endpoint or set of credentials, by code, name or message. */
const reasons: Readonly<Record<string, string>> = {
  'Region is missing': 'there is no region: set AWS_REGION, or the variables that "jubilee start" prints',
  ECONNREFUSED: 'nothing answers at AWS_ENDPOINT_URL_DYNAMODB or AWS_ENDPOINT_URL_LAMBDA: is "jubilee start" running?',
  ENOTFOUND: NO_ANSWER,
  EAI_AGAIN: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  CredentialsProviderError:
    'there are no AWS credentials: set AWS_PROFILE, or the variables that "jubilee start" prints',
  ExpiredToken: SIGN_IN,
  ExpiredTokenException: SIGN_IN,
  InvalidClientTokenId: SIGN_IN,
  UnrecognizedClientException: SIGN_IN,
  AccessDenied: NOT_PERMITTED,
  AccessDeniedException: NOT_PERMITTED,
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
