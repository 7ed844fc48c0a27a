const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
type Room = 'pages' | 'subscribing' | 'data' | 'document';

/** A route, as the app, the gateway, caches and other sites must agree on it. */
export type Route = {
  /** Method and path. GET serves HEAD too. */
  readonly at: `${Method} /${string}`;
  /** The folder of its handler. */
  readonly room: Room;
  /** Programs get their errors as problems (RFC 9457), people as pages. */
  readonly audience: 'people' | 'programs';
  /** Set if it shows or changes one person's data: shared caches must not store it. */
  readonly personal?: true;
  /** Who may cache it: `public` for anybody, `private` for the owner alone, who revalidates each time. Default: nobody. */
  readonly cache?: 'public' | 'private';
  /** The request headers on which the response depends. */
  readonly variesBy?: readonly ('Accept' | 'Accept-Language')[];
  /** Set if scripts of other sites may read it, as it has no personal data. */
  readonly openToOtherSites?: true;
};

const publicPage = { audience: 'people', cache: 'public', variesBy: ['Accept-Language'] } as const;
const page = { room: 'pages', ...publicPage } as const;
const form = { room: 'subscribing', ...publicPage } as const;
const personalPage = { room: 'subscribing', audience: 'people', personal: true } as const;
const followed = { room: 'data', audience: 'programs', cache: 'public' } as const;
const openData = { room: 'data', audience: 'programs', cache: 'public', openToOtherSites: true } as const;
const subscription = { room: 'subscribing', audience: 'programs', personal: true } as const;

/** Every route of the site. The gateway itself answers anything else with 404, so that scanners never invoke a function. */
export const routes = [
  { at: 'GET /', ...page },
  { at: 'GET /on/:date', ...page },
  { at: 'GET /search', ...page },
  { at: 'GET /names/:file', room: 'pages', audience: 'programs', cache: 'public' },
  { at: 'GET /states', ...page },
  { at: 'GET /states/:code', ...page },
  { at: 'GET /relations/:pair', ...page },
  { at: 'GET /planner', ...page },
  { at: 'GET /planner.csv', ...page },
  { at: 'GET /planner.xlsx', ...page },
  { at: 'GET /year', room: 'pages', audience: 'people' },
  { at: 'GET /year/:year', ...page },
  { at: 'GET /about', ...page },
  { at: 'GET /changes', ...page },
  { at: 'GET /due', ...page },
  { at: 'GET /docs', ...publicPage, room: 'document' },
  { at: 'GET /assets/:file', room: 'pages', audience: 'people' },

  { at: 'GET /calendars/:file', ...followed },
  { at: 'GET /milestones/:pair/:file', ...followed },
  { at: 'GET /calendars/my/:file', room: 'data', audience: 'programs', personal: true, cache: 'private' },
  { at: 'GET /feeds/:file', ...followed },

  { at: 'GET /subscribe', ...form },
  { at: 'POST /subscribe', ...personalPage },
  { at: 'GET /subscribe/asked', ...form },
  { at: 'GET /confirm', ...personalPage },
  { at: 'POST /confirm', ...personalPage },
  { at: 'GET /confirm/done', ...personalPage },
  { at: 'GET /confirm/moved', ...form },
  { at: 'GET /preferences', ...personalPage },
  { at: 'POST /preferences', ...personalPage },
  { at: 'GET /preferences/saved', ...personalPage },
  { at: 'GET /preferences/link', ...form },
  { at: 'POST /preferences/link', ...personalPage },
  { at: 'GET /preferences/address', ...personalPage },
  { at: 'POST /preferences/address', ...personalPage },
  { at: 'GET /preferences/address/undo', ...personalPage },
  { at: 'POST /preferences/address/undo', ...personalPage },
  { at: 'GET /preferences/address/undone', ...form },
  { at: 'POST /preferences/calendar/reset', ...personalPage },
  { at: 'GET /preferences/calendar', ...personalPage },
  { at: 'GET /unsubscribe', ...personalPage },
  { at: 'POST /unsubscribe', ...personalPage },
  { at: 'GET /unsubscribe/undo', ...personalPage },
  { at: 'POST /unsubscribe/undo', ...personalPage },
  { at: 'GET /unsubscribe/undone', ...form },
  { at: 'POST /erase', ...personalPage },
  { at: 'GET /erase/done', ...form },

  { at: 'POST /relations/:pair/report', ...personalPage },
  { at: 'GET /reported', ...form },

  { at: 'GET /health', room: 'document', audience: 'programs', openToOtherSites: true },
  { at: 'GET /v1/openapi.json', ...openData, room: 'document' },
  { at: 'GET /v1/anniversaries', ...openData, variesBy: ['Accept'] },
  { at: 'GET /v1/relations/:pair', ...openData },
  { at: 'GET /v1/changes', ...openData },
  { at: 'GET /v1/states', ...openData },
  { at: 'GET /v1/states/:code', ...openData },
  { at: 'GET /v1/sources/:id', ...openData },
  { at: 'GET /v1/dataset', ...openData },
  { at: 'GET /v1/dataset/:file', ...openData },
  { at: 'POST /v1/preview', room: 'subscribing', audience: 'programs', openToOtherSites: true },

  { at: 'POST /v1/subscriptions', ...subscription },
  { at: 'POST /v1/subscriptions/link', ...subscription },
  { at: 'GET /v1/subscriptions/me', ...subscription },
  { at: 'PATCH /v1/subscriptions/me', ...subscription },
  { at: 'DELETE /v1/subscriptions/me', ...subscription },
  { at: 'GET /v1/subscriptions/me/export', ...subscription },
  { at: 'POST /v1/subscriptions/me/calendar/reset', ...subscription },
  { at: 'POST /v1/subscriptions/me/address', ...subscription },
] as const satisfies readonly Route[];

type PublicPageRoute = Extract<(typeof routes)[number], { readonly audience: 'people'; readonly cache: 'public' }>;
/** A page that anybody may read and cache. */
export type PublicPage = PublicPageRoute['at'];

/** The routes of one room. */
export type RoutesIn<Name extends Room> = Extract<(typeof routes)[number], { readonly room: Name }>['at'];

export function routesIn<Name extends Room>(room: Name): readonly RoutesIn<Name>[];
export function routesIn(room: Room): readonly Route['at'][] {
  return routes.filter((route) => route.room === room).map(({ at }) => at);
}

/** @example methodAndPath('GET /on/:date') // => ['GET', '/on/:date'] */
export function methodAndPath(at: Route['at']): readonly [method: Method, path: string] {
  const method = methods.find((each) => at.startsWith(`${each} `)) ?? 'GET';
  return [method, at.slice(method.length + 1)];
}
