type Answers = Readonly<Record<string, (input: never) => object>>;

/** A client of the SDK, as far as it is answered here. */
type Client = {
  readonly middlewareStack: {
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has a type of its own for each client.
    add(middleware: any, options: { readonly step: 'initialize' }): void;
  };
};

/** Answers the commands of the client in place of AWS. @throws Error at a command that nobody here answers. */
export function answeredBy<Given extends Client>(client: Given, answers: Answers): Given {
  const answer =
    (_next: unknown, { commandName }: { commandName: string }) =>
    async ({ input }: { input: never }) => {
      const found = answers[commandName.replace(/Command$/, '')];
      if (found === undefined) throw new Error(`Nobody here answers ${commandName}`);
      return { output: { $metadata: {}, ...found(input) }, response: {} };
    };
  client.middlewareStack.add(answer, { step: 'initialize' });
  return client;
}
