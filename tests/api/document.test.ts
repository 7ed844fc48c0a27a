import { createConfig, lintFromString } from '@redocly/openapi-core';
import { compareOpenApi, type Diff } from 'api-smart-diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import released from '../../docs/api/v1.json' with { type: 'json' };
import { fillPath, listRoutes, type OpenApi } from '../../src/web/open-api.ts';
import { bySchema } from '../support/by-schema.ts';
import { document, faultsBy, faultsOfAnswer } from '../support/document.ts';
import { aSite } from '../support/site.ts';

const app = theApi();
const operations = listRoutes(document);
const withBody = operations.filter(({ operation }) => operation.requestBody !== undefined);
const reading = operations.filter(({ method, operation }) => method === 'GET' && operation.security === undefined);

describe('the OpenAPI document', () => {
  test('is valid, and its examples match its schemas', async () => {
    expect(await faultsOf(document)).toEqual([]);
  });

  test('is refused by the linter when an example does not match its schema', async () => {
    const planted = structuredClone(released);
    Object.assign(planted.paths['/health'].get.responses[200].content['application/json'].example, { version: 7 });
    expect(await faultsOf(planted)).not.toEqual([]);
  });

  test.each(operations.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s has examples that its schemas accept',
    (_name, { operation }) => {
      for (const answer of Object.values(operation.responses ?? {}))
        for (const { schema, example } of Object.values(answer.content ?? {}))
          if (example !== undefined) expect(faultsBy(schema, example)).toBe('');
    },
  );
});

describe('the released contract', () => {
  test('does not break programs written for the last release', () => {
    expect(breaks(released, document)).toEqual([]);
  });

  test.each<[string, (planted: typeof released) => unknown]>([
    ['an operation is gone', ({ paths }) => Reflect.deleteProperty(paths, '/v1/states')],
    ['a parameter is gone', ({ paths }) => paths['/v1/anniversaries'].get.parameters.pop()],
    [
      'a parameter has become necessary',
      ({ paths }) => Object.assign(paths['/v1/anniversaries'].get.parameters[2] ?? {}, { required: true }),
    ],
    [
      'an answer lacks a field',
      ({ components }) => Reflect.deleteProperty(components.schemas.Anniversary.properties, 'origin'),
    ],
    [
      'a field of an answer has another type',
      ({ components }) => Object.assign(components.schemas.Anniversary.properties.years, { type: 'string' }),
    ],
    [
      'a field of a body has become necessary',
      ({ paths }) =>
        paths['/v1/subscriptions'].post.requestBody.content['application/json'].schema.required.push('hour'),
    ],
  ])('is found broken when %s', (_fault, plant) => {
    const planted = structuredClone(released);
    plant(planted);
    expect(breaks(released, planted)).not.toEqual([]);
  });

  test('allows new operations and fields', () => {
    const grown = structuredClone(released);
    Object.assign(grown.paths, { '/v1/more': grown.paths['/v1/states'] });
    Object.assign(grown.components.schemas.Anniversary.properties, { more: { type: 'string' } });
    expect(breaks(released, grown)).toEqual([]);
  });
});

describe('the running API', () => {
  test.each(reading.map((route) => [fillPath(route.path, route.operation), route] as const))(
    'answers %s as the example says',
    async (path, { operation }) => {
      for (const [type, { example }] of Object.entries(operation.responses?.[200]?.content ?? {})) {
        const answer = await app.request(path, { headers: { Accept: type } });
        expect(await faultsOfAnswer(operation, answer.clone())).toBe('');
        if (answer.headers.get('Content-Type')?.split(';')[0] !== type) continue;
        const body = type.endsWith('json') ? await answer.json() : await answer.text();
        if (example !== undefined && !tellsVersion.has(path)) expect(isPartOf(example, body), path).toBe(true);
      }
    },
  );

  test.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'accepts the example of %s',
    async (_name, { method, path, operation }) => {
      const site = await aSite();
      const body = JSON.stringify(operation.requestBody?.content['application/json']?.example);
      const answer = await site.app.request(path, { method, headers: { 'content-type': 'application/json' }, body });
      expect(await faultsOfAnswer(operation, answer)).toBe('');
      expect(answer.status).toBeLessThan(operation.security === undefined ? 300 : 402);
    },
  );

  test('answers every generated request as documented', async () => {
    const site = await aSite();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations).chain(asked), async ({ route, call, init }) => {
        const at = route.method === 'GET' ? app : site.app;
        expect(await faultsOfAnswer(route.operation, await at.request(call, init)), call).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

/** Operations with examples that change with the data or the software. */
const tellsVersion = new Set(['/v1/dataset', '/health', '/v1/openapi.json']);

/** Generates requests with any subset of the documented parameters; optional ones may hold anything. */
function asked(route: (typeof operations)[number]) {
  const { path, method, operation } = route;
  const parameters = operation.parameters ?? [];
  const schema = operation.requestBody?.content['application/json']?.schema;
  const values = fc.record(
    Object.fromEntries(parameters.map(({ name, schema: one = {} }) => [name, bySchema(one, document)])),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  );
  const accept = fc.constantFrom('application/json', 'text/csv', '*/*', 'image/png', '');
  return fc
    .record({ values, accept, body: schema ? bySchema(schema, document) : fc.constant(undefined) })
    .map((given) => {
      const examples = parameters.map((parameter) => ({ ...parameter, example: given.values[parameter.name] }));
      const headers = { accept: given.accept, ...(schema && { 'content-type': 'application/json' }) };
      const body = schema && JSON.stringify(given.body);
      return {
        route,
        call: fillPath(path, { parameters: examples }),
        init: { method, headers, ...(body && { body }) },
      };
    });
}

/** True if `whole` has all that `part` has; in a list, at any position. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.every((one) => whole.some((other) => isPartOf(one, other)));
  }
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null) return false;
  const entries = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => isPartOf(value, entries.get(key)));
}

async function faultsOf(checked: object): Promise<string[]> {
  const rules = { 'operation-4xx-response': 'off', 'operation-summary': 'error' } as const;
  const config = await createConfig({ extends: ['recommended'], rules });
  const problems = await lintFromString({ source: JSON.stringify(checked), config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** The differences that break programs: those that the tool reports, and two that it misses. */
function breaks(before: object, after: OpenApi | object): string[] {
  const { diffs } = compareOpenApi(before, after);
  return diffs.filter((diff) => diff.type === 'breaking' || isOverlooked(diff)).map(({ path }) => path.join(' '));
}

/** Changed types in answers, and newly required fields in bodies. */
function isOverlooked({ path, action }: Diff): boolean {
  const isNewlyRequired = action === 'add' && path.includes('requestBody') && path.at(-2) === 'required';
  return isNewlyRequired || (action === 'replace' && path.at(-1) === 'type');
}
