import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { caching } from './caching.ts';
import { answerFailures } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { lazily } from './lazily.ts';
import { checkParameters } from './page-parameters.ts';
import type { Ports } from './ports.ts';
import { methodAndPath, type Route, routes, routesIn } from './routes.ts';
import { sameSiteOnly } from './same-site.ts';
import { secureHeaders } from './secure-headers.ts';
import { MAX_BYTES } from './subscribing/bodies.ts';

const openToOtherSites = cors({ origin: '*', allowMethods: ['GET', 'POST'], exposeHeaders: ['ETag', 'Link'] });

/** Creates the web application: pages and API, with one handler per route. GET and HEAD only read. */
export function api(ports: Ports): Hono {
  const app = new Hono();
  app.use(secureHeaders);
  app.use(requestId({ headerName: '' }));
  for (const path of pathsOpenToOtherSites()) app.use(path, openToOtherSites);
  answerFailures(app, ports);
  app.use(bodyLimit({ maxSize: MAX_BYTES, onError: refuseBody }));
  for (const path of formPaths()) app.use(path, sameSiteOnly(ports.siteUrl));
  const handlers = lazyHandlers(ports);
  for (const route of routes) {
    const [method, path] = methodAndPath(route.at);
    app.on(method, [path], ...caching(route), ...checkParameters(route.at), handlers[route.at]);
  }
  return app;
}

/** Creates handlers that load their room at its first request, so that a cold start loads only what it needs. */
function lazyHandlers(ports: Ports): Handlers {
  return {
    ...lazily(routesIn('pages'), async () => (await import('./pages/pages.ts')).pages(ports)),
    ...lazily(routesIn('subscribing'), async () => (await import('./subscribing/subscribing.ts')).subscribing(ports)),
    ...lazily(routesIn('data'), async () => (await import('./data/data.ts')).data(ports)),
    ...lazily(routesIn('document'), async () => (await import('./document/reference.ts')).referenceRoutes(ports)),
  };
}

function formPaths(): string[] {
  const forms = routes.filter(({ at, audience }) => at.startsWith('POST ') && audience === 'people');
  return forms.map(({ at }) => methodAndPath(at)[1]);
}

function pathsOpenToOtherSites(): string[] {
  const open = routes.filter((route: Route) => route.openToOtherSites);
  return open.map(({ at }) => methodAndPath(at)[1]);
}

function refuseBody(): never {
  throw new HTTPException(413, { message: `The body must not be larger than ${MAX_BYTES} bytes` });
}
