import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { caching } from './caching.ts';
import { anniversariesRoutes } from './data/anniversaries.ts';
import { calendarRoutes } from './data/calendars.ts';
import { datasetRoutes } from './data/dataset.ts';
import { feedRoutes } from './data/feeds.ts';
import { openDataRoutes } from './data/open-data.ts';
import { referenceRoutes } from './document/reference.ts';
import { answerFailures } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { aboutRoutes } from './pages/about.ts';
import { assetRoutes } from './pages/assets.ts';
import { changesRoutes } from './pages/changes.ts';
import { fallingOnRoutes } from './pages/falling-on.ts';
import { frontRoutes } from './pages/front.ts';
import { plannerRoutes } from './pages/planner.ts';
import { relationRoutes } from './pages/relations.ts';
import { searchRoutes } from './pages/search.ts';
import { stateRoutes } from './pages/states.ts';
import { yearRoutes } from './pages/year.ts';
import type { Ports } from './ports.ts';
import { methodAndPath, type Route, routes } from './routes.ts';
import { sameSiteOnly } from './same-site.ts';
import { secureHeaders } from './secure-headers.ts';
import { MAX_BYTES } from './subscribing/bodies.ts';
import { confirmRoutes } from './subscribing/confirm.ts';
import { mySubscriptionRoutes } from './subscribing/my-subscription.ts';
import { preferencesRoutes } from './subscribing/preferences.ts';
import { previewRoutes } from './subscribing/preview.ts';
import { subscribeRoutes } from './subscribing/subscribe.ts';
import { unsubscribeRoutes } from './subscribing/unsubscribe.ts';

const openToOtherSites = cors({ origin: '*', allowMethods: ['GET', 'POST'], exposeHeaders: ['ETag', 'Link'] });

/** The web application of Jubilee: pages and API, one handler per route of the table. GET and HEAD only read. */
export function api(ports: Ports): Hono {
  const app = new Hono();
  app.use(secureHeaders);
  app.use(requestId({ headerName: '' }));
  for (const path of pathsOpenToOtherSites()) app.use(path, openToOtherSites);
  answerFailures(app, ports);
  app.use(bodyLimit({ maxSize: MAX_BYTES, onError: refuseBody }));
  for (const path of formPaths()) app.use(path, sameSiteOnly(ports.siteUrl));
  const handlers = handlersOf(ports);
  for (const route of routes) {
    const [method, path] = methodAndPath(route.at);
    app.on(method, [path], ...caching(route), handlers[route.at]);
  }
  return app;
}

function handlersOf(ports: Ports): Handlers {
  return {
    ...frontRoutes(ports),
    ...fallingOnRoutes(ports),
    ...calendarRoutes(ports),
    ...feedRoutes(ports),
    ...searchRoutes(ports),
    ...stateRoutes(ports),
    ...relationRoutes(ports),
    ...plannerRoutes(ports),
    ...yearRoutes(ports),
    ...aboutRoutes(ports),
    ...changesRoutes(ports),
    ...subscribeRoutes(ports),
    ...confirmRoutes(ports),
    ...preferencesRoutes(ports),
    ...unsubscribeRoutes(ports),
    ...mySubscriptionRoutes(ports),
    ...previewRoutes(ports),
    ...anniversariesRoutes(ports),
    ...openDataRoutes(ports),
    ...datasetRoutes(ports),
    ...referenceRoutes(ports),
    ...assetRoutes(ports),
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
