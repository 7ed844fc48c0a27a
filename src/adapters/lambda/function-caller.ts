import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { jsonText } from '../dynamodb/row.ts';

/** Thrown when an invoked function fails; its log has the details. */
export class FunctionFailed extends Error {
  constructor(name: string, reason: string) {
    super(`the function ${name} failed (see its log): ${reason}`);
    this.name = 'FunctionFailed';
  }
}

/** Invokes Lambda functions by name or ARN, with JSON. */
export function functionCaller(lambdaClient: LambdaClient) {
  return {
    /** Resolves when Lambda has accepted the invocation. */
    async callLater(name: string, event: object): Promise<void> {
      await lambdaClient.send(
        new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) }),
      );
    },

    /** Resolves with the function's result. @throws FunctionFailed */
    async call(name: string, event: object): Promise<unknown> {
      const { FunctionError, Payload } = await lambdaClient.send(
        new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
      );
      const answer = new TextDecoder().decode(Payload);
      if (FunctionError !== undefined)
        throw new FunctionFailed(name, failure.safeParse(answer).data?.errorMessage ?? answer);
      return JSON.parse(answer);
    },
  };
}

/** Lambda's response for a function that threw. */
const failure = jsonText(z.object({ errorMessage: z.string() }));
