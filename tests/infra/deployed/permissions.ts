/** A statement of a policy, its functions answered. */
export type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What a call asks for: an action on every one of these, and what conditions may look at. */
export type Call = {
  readonly action: string;
  readonly resources: readonly string[];
  readonly context?: Readonly<Record<string, string>>;
};

/**
 * The first resource on which the statements do not allow the action; `undefined` when all is allowed. Knows `Allow` statements with the
 * condition `StringEquals`, which are all that roles of ours have.
 */
export function forbidden({ action, resources, context = {} }: Call, statements: readonly Statement[]) {
  return resources.find((resource) => !statements.some((statement) => allows(statement, action, resource, context)));
}

function allows(
  { Effect, Action, Resource, Condition = {} }: Statement,
  action: string,
  resource: string,
  context: Call['context'],
) {
  if (Effect !== 'Allow') throw new Error(`A role of ours only allows; this statement has the effect ${Effect}`);
  return [Action].flat().some(like(action)) && [Resource].flat().some(like(resource)) && holds(Condition, context);
}

function holds({ StringEquals = {}, ...others }: NonNullable<Statement['Condition']>, context: Call['context'] = {}) {
  if (Object.keys(others).length > 0) throw new Error(`Nobody here knows the condition ${Object.keys(others)}`);
  return Object.entries(StringEquals).every(([name, value]) => context[name] === value);
}

function like(text: string) {
  return (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
}
