import type { DocsMessages } from '../wording/page-messages.ts';
import { type OpenApi, resolved, type Schema } from './open-api.ts';

/** A field of a body or response: its qualified name, its type, and its meaning. */
export type FieldWords = {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** In English, as in the document. */
  readonly description: string | undefined;
  readonly lines: readonly string[];
};

/** The deepest level of nested fields that is described. */
const DEEPEST = 3;

/** Lists the fields of an object or of the objects in a list, each followed by its nested fields: `items[].pair`. */
export function listFields(schema: Schema, document: OpenApi, words: DocsMessages, prefix = ''): FieldWords[] {
  const target = resolved(schema, document);
  if (target.items !== undefined) return listFields(target.items, document, words, `${prefix}[]`);
  const dots = prefix === '' ? '' : `${prefix}.`;
  return Object.entries(target.properties ?? {}).flatMap(([key, property]) => {
    const name = `${dots}${key}`;
    const isRequired = target.required?.includes(key) ?? false;
    const [type, { description }] = [describeType(property, document, words), property];
    const field = { name, isRequired, type, description, lines: describeLimits(property, words) };
    const isDeepest = name.split('.').length >= DEEPEST;
    return isDeepest ? [field] : [field, ...listFields(property, document, words, name)];
  });
}

/**
 * @example
 * // { type: 'array', items: { type: 'integer' } } => 'list of integer'
 */
export function describeType(schema: Schema, document: OpenApi, words: DocsMessages): string {
  const { type, items, anyOf, oneOf, format, const: only } = resolved(schema, document);
  const choices = anyOf ?? oneOf;
  if (choices !== undefined)
    return [...new Set(choices.map((each) => describeType(each, document, words)))].join(' | ');
  if (items !== undefined) return words.listOf(describeType(items, document, words));
  if (only !== undefined) return JSON.stringify(only);
  const name = typeof type === 'string' ? type : (type?.join(' | ') ?? 'any');
  return format === undefined ? name : `${name} (${format})`;
}

export function describeLimits(schema: Schema, words: DocsMessages): string[] {
  const { enum: values, minimum: least, maximum, default: preset } = schema;
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  return [
    ...(values === undefined ? [] : [words.oneOf(values.map(String))]),
    ...(least === undefined && most === undefined ? [] : [words.limits({ least, most })]),
    ...(preset === undefined ? [] : [words.byDefault(JSON.stringify(preset))]),
  ];
}
