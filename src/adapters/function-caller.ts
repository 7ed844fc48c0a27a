import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Calls functions of Lambda by name or ARN; what they are given is JSON. */
export function functionCaller(lambdaClient: LambdaClient) {
  return {
    /** Resolves when Lambda has taken the call on. */
    async callLater(name: string, event: object): Promise<void> {
      await lambdaClient.send(
        new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) }),
      );
    },

    /** Resolves with what the function answers. @throws Error when it ended in one. */
    async call(name: string, event: object): Promise<unknown> {
      const { FunctionError, Payload } = await lambdaClient.send(
        new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
      );
      const answer = new TextDecoder().decode(Payload);
      if (FunctionError !== undefined) throw new Error(`The function ${name} ended in an error: ${answer}`);
      return JSON.parse(answer);
    },
  };
}
