import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { jsonText } from '../dynamodb/row.ts';

/** A function ended in an error; its log says more. */
export class FunctionFailed extends Error {
  constructor(name: string, reason: string) {
    super(`the function ${name} ended in an error, and its log says more: ${reason}`);
    this.name = 'FunctionFailed';
  }
}

/** Calls functions of Lambda by name or ARN; what they are given is JSON. */
export function functionCaller(lambdaClient: LambdaClient) {
  return {
    /** Resolves when Lambda has taken the call on. */
    async callLater(name: string, event: object): Promise<void> {
      await lambdaClient.send(
        new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) }),
      );
    },

    /** Resolves with what the function answers. @throws FunctionFailed */
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

/** What Lambda answers for a function that threw; beside it stands where. */
const failure = jsonText(z.object({ errorMessage: z.string() }));
