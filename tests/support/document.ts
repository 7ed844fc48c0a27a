import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../lambdas/api/document/open-api.ts';
import { version } from '../../lambdas/api/document/version.ts';
import { type OpenApi, type Operation, resolved, type Schema } from '../../src/web/open-api.ts';

/** The OpenAPI document as it is served. */
export const document: OpenApi = JSON.parse(
  JSON.stringify(openApiDocument({ siteUrl: 'https://jubilee.example', version })),
);

const ajv = addFormats.default(new Ajv({ strict: false }));
ajv.addSchema({ $id: 'document', ...document });

/** What is wrong with a value by a schema of the document; empty when nothing is. */
export function faultsBy(schema: Schema | undefined, value: unknown): string {
  const text = JSON.stringify(schema ?? {}).replaceAll('"#/components', '"document#/components');
  const validate = validators.get(text) ?? ajv.compile(JSON.parse(text));
  validators.set(text, validate);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

/** To make one takes longer than to use it. */
const validators = new Map<string, ValidateFunction>();

/** What is wrong with an answer by what the document says of the operation; empty when nothing is. */
export async function faultsOfAnswer(operation: Operation, answer: Response): Promise<string> {
  const described = operation.responses?.[String(answer.status)];
  if (described === undefined) return `${answer.status} is not in the document`;
  const text = await answer.text();
  if (described.content === undefined) return text === '' ? '' : 'a body that is not in the document';
  const type = answer.headers.get('Content-Type')?.split(';')[0] ?? '';
  const media = described.content[type];
  if (media === undefined) return `${type} is not in the document`;
  const body: unknown = type.endsWith('json') ? JSON.parse(text) : text;
  return faultsBy(media.schema && resolvedIn(media.schema), body);
}

function resolvedIn(schema: Schema): Schema {
  return resolved(schema, document);
}
