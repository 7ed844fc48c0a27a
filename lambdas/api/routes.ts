const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** How a route answers: what the app, the gateway, the caches and other sites' pages must agree on. */
export type Route = {
  /** Method and path. GET serves HEAD too. */
  readonly at: `${Method} /${string}`;
  /** Programs get their errors as problems (RFC 9457), people as pages. */
  readonly audience: 'people' | 'programs';
  /** About one person, or changing something for one: no shared cache may see it. */
  readonly personal?: true;
  /** What a cache may keep: `public` for anybody, `private` for the owner alone, who revalidates each time. Default: nothing. */
  readonly cache?: 'public' | 'private';
  /** The request headers that the answer depends on. */
  readonly variesBy?: readonly ('Accept' | 'Accept-Language')[];
  /** Scripts of other sites may read it: it holds nothing about anybody. */
  readonly openToOtherSites?: true;
};

const page = { audience: 'people', cache: 'public', variesBy: ['Accept-Language'] } as const;
const personalPage = { audience: 'people', personal: true } as const;
const followed = { audience: 'programs', cache: 'public' } as const;
const openData = { audience: 'programs', cache: 'public', openToOtherSites: true } as const;
const subscription = { audience: 'programs', personal: true } as const;

/** Every route of the site. The gateway answers anything else with 404 itself, so scanners never start a function. */
export const routes = [
  { at: 'GET /', ...page },
  { at: 'GET /on/:date', ...page },
  { at: 'GET /search', ...page },
  { at: 'GET /states', ...page },
  { at: 'GET /states/:code', ...page },
  { at: 'GET /relations/:pair', ...page },
  { at: 'GET /planner', ...page },
  { at: 'GET /planner.csv', ...page },
  { at: 'GET /year', audience: 'people' },
  { at: 'GET /year/:year', ...page },
  { at: 'GET /about', ...page },
  { at: 'GET /changes', ...page },
  { at: 'GET /docs', ...page },
  { at: 'GET /assets/:file', audience: 'people' },

  { at: 'GET /calendars/:file', ...followed },
  { at: 'GET /milestones/:pair/:file', ...followed },
  { at: 'GET /calendars/my/:file', audience: 'programs', personal: true, cache: 'private' },
  { at: 'GET /feeds/:file', ...followed },

  { at: 'GET /subscribe', ...page },
  { at: 'POST /subscribe', ...personalPage },
  { at: 'GET /subscribe/asked', ...page },
  { at: 'GET /confirm', ...personalPage },
  { at: 'POST /confirm', ...personalPage },
  { at: 'GET /confirm/done', ...personalPage },
  { at: 'GET /preferences', ...personalPage },
  { at: 'POST /preferences', ...personalPage },
  { at: 'GET /preferences/saved', ...personalPage },
  { at: 'GET /preferences/link', ...page },
  { at: 'POST /preferences/link', ...personalPage },
  { at: 'POST /preferences/calendar/reset', ...personalPage },
  { at: 'GET /preferences/calendar', ...personalPage },
  { at: 'GET /unsubscribe', ...personalPage },
  { at: 'POST /unsubscribe', ...personalPage },
  { at: 'GET /unsubscribe/undo', ...personalPage },
  { at: 'POST /unsubscribe/undo', ...personalPage },
  { at: 'GET /unsubscribe/undone', ...page },
  { at: 'POST /erase', ...personalPage },
  { at: 'GET /erase/done', ...page },

  { at: 'GET /health', audience: 'programs', openToOtherSites: true },
  { at: 'GET /v1/openapi.json', ...openData },
  { at: 'GET /v1/anniversaries', ...openData, variesBy: ['Accept'] },
  { at: 'GET /v1/relations/:pair', ...openData },
  { at: 'GET /v1/states', ...openData },
  { at: 'GET /v1/states/:code', ...openData },
  { at: 'GET /v1/sources/:id', ...openData },
  { at: 'GET /v1/dataset', ...openData },
  { at: 'GET /v1/dataset/:file', ...openData },
  { at: 'POST /v1/preview', audience: 'programs', openToOtherSites: true },

  { at: 'POST /v1/subscriptions', ...subscription },
  { at: 'POST /v1/subscriptions/link', ...subscription },
  { at: 'GET /v1/subscriptions/me', ...subscription },
  { at: 'PATCH /v1/subscriptions/me', ...subscription },
  { at: 'DELETE /v1/subscriptions/me', ...subscription },
  { at: 'GET /v1/subscriptions/me/export', ...subscription },
  { at: 'POST /v1/subscriptions/me/calendar/reset', ...subscription },
] as const satisfies readonly Route[];

/** @example methodAndPath('GET /on/:date') // => ['GET', '/on/:date'] */
export function methodAndPath(at: Route['at']): readonly [method: Method, path: string] {
  const method = methods.find((each) => at.startsWith(`${each} `)) ?? 'GET';
  return [method, at.slice(method.length + 1)];
}
