import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import {
  acceptedAnswer,
  exportAnswer,
  healthAnswer,
  previewAnswer,
  problemAnswer,
  subscriptionAnswer,
} from '../../lambdas/api/answers.ts';
import { openApiDocument } from '../../lambdas/api/document/open-api.ts';
import { examples } from '../../lambdas/api/document/open-api-examples.ts';
import { version } from '../../lambdas/api/document/version.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { requestSchemas } from '../../src/requests/request-schemas.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const document = openApiDocument({ siteUrl: 'https://jubilee.example', version });
const requests = requestSchemas(new Set(['CN', 'LS']));

test('the version is that of the package', () => {
  expect(version).toBe(packageJson.version);
});

describe('the OpenAPI document', () => {
  test('is served unchanged', async () => {
    expect(await (await site.app.request('/v1/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test("lists exactly the API's routes", () => {
    const routes = site.app.routes
      .filter(({ method, path }) => method !== 'ALL' && (path.startsWith('/v1/') || path === '/health'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const listed = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual([...new Set(routes)].sort());
  });

  test('describes every preference with its choices and default', () => {
    const { schema } = document.paths['/v1/subscriptions'].post.requestBody.content['application/json'];
    expect(schema).toMatchObject({ type: 'object', required: ['email'], additionalProperties: false });
    expect(schema.properties).toMatchObject({
      frequency: { enum: ['daily', 'weekly', 'monthly'], default: 'daily' },
      leadTimes: { default: [30, 7, 0], items: { minimum: 0, maximum: 550 } },
      states: { type: 'array', items: { type: 'string' }, default: [] },
    });
    const changes = document.paths['/v1/subscriptions/me'].patch.requestBody.content['application/json'].schema;
    expect(JSON.stringify(changes)).not.toContain('"default"');
  });

  const given: [string, z.ZodType, unknown][] = [
    ['to subscribe', requests.subscription, examples.subscribe],
    ['to ask for a link', requests.link, examples.link],
    ['to change', requests.changes, examples.change],
    ['to preview', requests.preview, examples.preview],
    ['of the accepted request', acceptedAnswer, examples.accepted],
    ['of the subscription', subscriptionAnswer, examples.subscription],
    ['of the export', exportAnswer, examples.export],
    ['of the preview', previewAnswer, examples.previewed],
    ['of a problem', problemAnswer, examples.invalid],
    ['of health', healthAnswer, examples.health],
  ];

  test.each(given)('has an example %s that its schema accepts', (_what, schema, example) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });

  test('has examples that the API really answers', async () => {
    const preview = await site.postJson('/v1/preview', examples.preview);
    expect(await preview.json()).toEqual(examples.previewed);
    expect(await (await site.postJson('/v1/subscriptions', examples.subscribe)).json()).toEqual(examples.accepted);
  });
});

test('the reference shows every route', async () => {
  const page = await (await site.app.request('/docs')).text();
  for (const path of Object.keys(document.paths)) expect(page).toContain(path);
  expect(page).toContain('https://jubilee.example/v1/preview');
});
