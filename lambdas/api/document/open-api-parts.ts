import * as z from 'zod';
import type { Content, Schema } from '../../../src/web/open-api.ts';
import { problemAnswer } from '../answers.ts';
import { datasetMissing } from '../failures.ts';

export type DocumentParts = ReturnType<typeof documentParts>;

/** Creates the parts of an operation's description. Collects schemas with an id in `schemas`, to reference them by it. */
export function documentParts(schemas: Record<string, Schema>) {
  /** Converts a schema. Drops the dialect, as OpenAPI 3.1 implies JSON Schema 2020-12. */
  function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
    const text = JSON.stringify(z.toJSONSchema(schema, { io, override: addDefault }));
    const { $schema, $defs, ...rest } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/'));
    Object.assign(schemas, $defs);
    return rest;
  }

  function problem(description: string, example?: unknown) {
    const schema = toJsonSchema(problemAnswer, 'output');
    return {
      description,
      content: { 'application/problem+json': { schema, ...(example !== undefined && { example }) } },
    };
  }

  return {
    problem,

    /** The response of every operation that reads the dataset before it is seeded. */
    notSeeded: {
      503: problem('The data has not been loaded yet; `Retry-After` says when to retry.', {
        type: 'about:blank',
        ...datasetMissing,
      }),
    },

    /** Describes a query as the schema parses it: a list repeats its name. */
    queryParameters(schema: z.ZodType, example: Readonly<Record<string, unknown>>) {
      const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
      return Object.entries(properties).map(([name, { description = '', ...rest }]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        description,
        schema: rest,
        ...(example[name] !== undefined && { example: example[name] }),
      }));
    },

    body(schema: z.ZodType, example: unknown) {
      return { required: true, content: { 'application/json': { schema: toJsonSchema(schema, 'input'), example } } };
    },

    json(description: string, schema: z.ZodType, example: unknown, others: Content = {}) {
      return {
        description,
        content: { 'application/json': { schema: toJsonSchema(schema, 'output'), example }, ...others },
      };
    },
  };
}

export function inPath(name: string, description: string, example: string) {
  return { name, in: 'path', required: true, description, schema: { type: 'string' }, example };
}

export function csv(example: string): Content {
  return { 'text/csv': { schema: { type: 'string' }, example } };
}

/** Adds the default of a transformed schema, such as a de-duplicated list, which Zod omits. */
function addDefault({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  const { def } = zodSchema._zod;
  if (def.type === 'default') jsonSchema.default = def.defaultValue;
}
