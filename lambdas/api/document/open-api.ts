import { requestSchemas } from '../../../src/requests/request-schemas.ts';
import type { OpenApi, Schema } from '../../../src/web/open-api.ts';
import { paths } from '../../../src/web/paths.ts';
import { acceptedAnswer, exportAnswer, healthAnswer, previewAnswer, subscriptionAnswer } from '../answers.ts';
import { tooManyChanges } from '../failures.ts';
import { examples } from './open-api-examples.ts';
import { type DocumentParts, documentParts } from './open-api-parts.ts';
import { openDataOperations } from './open-data-operations.ts';

const requests = requestSchemas({ has: () => true });

const withManageToken = { security: [{ manageToken: [] }] };

const me = 'The token is in the link that `POST /v1/subscriptions/link` sends; it is valid for 24 hours.';

/** Generates the OpenAPI 3.1 document from the schemas that parse requests and type responses. */
export function openApiDocument({ siteUrl, version }: { readonly siteUrl: string; readonly version: string }) {
  const schemas: Record<string, Schema> = {};
  const parts = documentParts(schemas);
  const { body, json, notSeeded, problem } = parts;
  const openData = openDataOperations(parts);
  const answers = sharedAnswers(parts);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jubilee',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Tells people in time that a diplomatic anniversary is coming.\n\nErrors are `application/problem+json` (RFC 9457). An unknown field is an error.',
    },
    servers: [{ url: siteUrl }],
    security: [],
    paths: {
      ...openData,
      '/v1/subscriptions': {
        post: {
          operationId: 'subscribe',
          summary: 'Subscribe an address, which gets a confirmation mail.',
          description:
            'Only `email` is required. The response and its timing are the same for addresses that are new, pending, active, suppressed or beyond a limit.',
          requestBody: body(requests.subscription, examples.subscribe),
          responses: { ...answers.accepted, ...answers.invalid, ...notSeeded },
        },
      },
      '/v1/subscriptions/link': {
        post: {
          operationId: 'requestLink',
          summary: 'Mail a subscriber the link to their preferences.',
          requestBody: body(requests.link, examples.link),
          responses: { ...answers.accepted, ...answers.invalid },
        },
      },
      '/v1/subscriptions/me': {
        get: {
          operationId: 'getSubscription',
          summary: 'Read the subscription.',
          description: me,
          ...withManageToken,
          responses: { ...answers.subscription, ...answers.unauthorized },
        },
        patch: {
          operationId: 'changePreferences',
          summary: 'Change the given preferences.',
          description: `Digests neither repeat nor miss a date. ${me}`,
          ...withManageToken,
          requestBody: body(requests.changes, examples.change),
          responses: {
            ...answers.subscription,
            ...answers.invalid,
            ...answers.unauthorized,
            429: problem('Zone, hour, weekday or frequency changed too often; `Retry-After` says when to retry.', {
              type: 'about:blank',
              ...tooManyChanges,
            }),
            ...notSeeded,
          },
        },
        delete: {
          operationId: 'eraseSubscriber',
          summary: 'Erase all data about the subscriber, immediately and permanently.',
          description: me,
          ...withManageToken,
          responses: { 204: { description: 'All data is erased.' }, ...answers.unauthorized },
        },
      },
      '/v1/subscriptions/me/address': {
        post: {
          operationId: 'changeAddress',
          summary: 'Change the address: the new one gets a confirmation mail.',
          description: `Nothing changes until the new address confirms. Then the old one gets a notice with an undo link, and earlier tokens are void. The response is the same for every address. ${me}`,
          ...withManageToken,
          requestBody: body(requests.address, examples.address),
          responses: { ...answers.accepted, ...answers.invalid, ...answers.unauthorized, ...notSeeded },
        },
      },
      '/v1/subscriptions/me/calendar/reset': {
        post: {
          operationId: 'resetCalendar',
          summary: 'Replace the address of the personal calendar; the previous one returns 404 from then on.',
          description: me,
          ...withManageToken,
          responses: { ...answers.subscription, ...answers.unauthorized },
        },
      },
      '/v1/subscriptions/me/export': {
        get: {
          operationId: 'exportSubscriber',
          summary: 'Get all data about the subscriber.',
          description: me,
          ...withManageToken,
          responses: {
            200: json('The subscriber and every digest on record.', exportAnswer, examples.export),
            ...answers.unauthorized,
          },
        },
      },
      [paths.preview]: {
        post: {
          operationId: 'previewDigests',
          summary: 'Preview preferences: the number of digests in twelve months, and the content of the next ones.',
          requestBody: body(requests.preview, examples.preview),
          responses: {
            200: json('The digests ahead.', previewAnswer, examples.previewed),
            ...answers.invalid,
            ...notSeeded,
          },
        },
      },
      [paths.openApi]: {
        get: {
          operationId: 'getDocument',
          summary: 'Get this document.',
          responses: {
            200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
      '/health': {
        get: {
          operationId: 'getHealth',
          summary: 'Get the running versions.',
          responses: { 200: json('All is well.', healthAnswer, examples.health), ...notSeeded },
        },
      },
    },
    components: {
      securitySchemes: { manageToken: { type: 'http', scheme: 'bearer', description: me } },
      schemas,
    },
  } satisfies OpenApi & Record<string, unknown>;
}

function sharedAnswers({ json, problem }: DocumentParts) {
  return {
    accepted: { 202: json('The same response for every address.', acceptedAnswer, examples.accepted) },
    subscription: { 200: json('The subscription.', subscriptionAnswer, examples.subscription) },
    invalid: {
      400: problem('The request is not valid; `errors` lists every fault.', examples.invalid),
      413: problem('The body is larger than 16 KB.'),
      415: problem('The body is not JSON.'),
    },
    unauthorized: { 401: problem('The manage token is missing, expired or invalid.') },
  } as const;
}
