import * as z from 'zod';
import type { Content, Schema } from '../../../src/web/open-api.ts';
import { problemAnswer } from '../answers.ts';
import { datasetMissing } from '../failures.ts';

/** The schemas that have a name, under it: those that the document has made use of. */
export const named: Record<string, Schema> = {};

/** The query as the schema parses it: a list is given by repeating its name. */
export function queryParameters(schema: z.ZodType, example: Readonly<Record<string, unknown>>) {
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, { description = '', ...rest }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description,
    schema: rest,
    ...(example[name] !== undefined && { example: example[name] }),
  }));
}

export function inPath(name: string, description: string, example: string) {
  return { name, in: 'path', required: true, description, schema: { type: 'string' }, example };
}

export function body(schema: z.ZodType, example: unknown) {
  return { required: true, content: { 'application/json': { schema: schemaOf(schema, 'input'), example } } };
}

export function json(description: string, schema: z.ZodType, example: unknown, others: Content = {}) {
  return { description, content: { 'application/json': { schema: schemaOf(schema, 'output'), example }, ...others } };
}

export function csv(example: string): Content {
  return { 'text/csv': { schema: { type: 'string' }, example } };
}

export function problem(description: string, example?: unknown) {
  const schema = schemaOf(problemAnswer, 'output');
  return {
    description,
    content: { 'application/problem+json': { schema, ...(example !== undefined && { example }) } },
  };
}

/** Of every operation that tells from the data. */
export const notSeeded = {
  503: problem('The data has not been loaded yet; `Retry-After` says when to ask again.', {
    type: 'about:blank',
    ...datasetMissing,
  }),
};

/** Without the dialect: OpenAPI 3.1 means JSON Schema 2020-12 anyway. What has a name is kept under it. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, override: withDefault }));
  const { $schema, $defs, ...rest } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/'));
  Object.assign(named, $defs);
  return rest;
}

/** Zod leaves out the default of what it transforms after parsing, such as lists without repetitions; ours hold before and after. */
function withDefault({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  const { def } = zodSchema._zod;
  if (def.type === 'default') jsonSchema.default = def.defaultValue;
}
