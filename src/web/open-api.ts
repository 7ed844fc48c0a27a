/** The parts of an OpenAPI 3.1 document that the reference shows. */
export type OpenApi = {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    readonly license?: object;
  };
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>>; readonly securitySchemes?: object };
};

export type Operation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, Answer>>;
  readonly security?: readonly unknown[];
};

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
};

export type Answer = { readonly description: string; readonly headers?: object; readonly content?: Content };

export type Content = Readonly<Record<string, Media>>;

export type Media = {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
};

/** The parts of a JSON schema that the reference describes. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof methods)[number];

export type Route = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
};

/** Lists the operations in the order of the document. */
export function listRoutes({ paths }: OpenApi): Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      const id = `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`;
      return operation === undefined ? [] : [{ id, method: method.toUpperCase(), path, operation }];
    }),
  );
}

/** Resolves a reference within the document; returns any other schema unchanged. */
export function resolved(schema: Schema, document: OpenApi): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return (name !== undefined && document.components?.schemas?.[name]) || schema;
}

/** Finds the example of a body: the first given with it or with its schema. */
export function findExample({ example, examples, schema }: Media, document: OpenApi): unknown {
  const target = schema && resolved(schema, document);
  return example ?? Object.values(examples ?? {})[0]?.value ?? target?.example ?? target?.examples?.[0];
}

/**
 * Writes the call of a route as a curl command, quoted for a POSIX shell.
 *
 * @example
 * // => curl -X POST 'https://jubilee.example/v1/preview' \
 * //      -H 'content-type: application/json' \
 * //      -d '{"states":["CN"]}'
 */
export function toCurl({ method, path, operation }: Route, document: OpenApi): string {
  const url = `${document.servers?.[0]?.url ?? ''}${fillPath(path, operation)}`;
  const [body] = Object.entries(operation.requestBody?.content ?? {});
  const example = body && findExample(body[1], document);
  const parts = [
    method === 'GET' ? `curl ${quoteForShell(url)}` : `curl -X ${method} ${quoteForShell(url)}`,
    ...(operation.security?.length ? [`-H ${quoteForShell('authorization: Bearer …')}`] : []),
    ...(body === undefined ? [] : [`-H ${quoteForShell(`content-type: ${body[0]}`)}`]),
    ...(example === undefined
      ? []
      : [`-d ${quoteForShell(typeof example === 'string' ? example : JSON.stringify(example))}`]),
  ];
  return parts.join(' \\\n  ');
}

/** Fills a path with the examples of its parameters. */
export function fillPath(path: string, { parameters = [] }: Operation): string {
  const given = parameters.flatMap(({ name, in: place, example }) => {
    return [example ?? []].flat().map((value): [string, string, string] => [place, name, String(value)]);
  });
  const query = new URLSearchParams(given.flatMap(([place, ...pair]) => (place === 'query' ? [pair] : [])));
  const inPath = given.filter(([place]) => place === 'path');
  const filled = inPath.reduce((text, [, name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), path);
  return query.size === 0 ? filled : `${filled}?${query}`;
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
