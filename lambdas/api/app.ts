import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { paths } from '../../src/web/paths.ts';
import { listAnniversaries } from './data/anniversaries.ts';
import { calendars } from './data/calendars.ts';
import { feeds } from './data/feeds.ts';
import { openData } from './data/open-data.ts';
import { wholeDataset } from './data/whole-dataset.ts';
import { reference } from './document/reference.ts';
import { answerFailures } from './failures.ts';
import { aboutData } from './pages/about.ts';
import { serveAssets } from './pages/assets.ts';
import { fallingOn } from './pages/falling-on.ts';
import { front } from './pages/front.ts';
import { planner } from './pages/planner.ts';
import { relationPages } from './pages/relations.ts';
import { statePages } from './pages/states.ts';
import { worldYear } from './pages/year.ts';
import type { Ports } from './ports.ts';
import { secureHeaders } from './secure-headers.ts';
import { MAX_BYTES } from './subscribing/bodies.ts';
import { confirming } from './subscribing/confirm.ts';
import { mySubscription } from './subscribing/my-subscription.ts';
import { preferenceCentre } from './subscribing/preference-centre.ts';
import { previewing } from './subscribing/preview.ts';
import { takeRequests } from './subscribing/subscribe.ts';
import { leaving } from './subscribing/unsubscribe.ts';

/** Other sites' pages may read these: they tell nothing about anybody. */
const { preview, openApi, anniversaries, relations, states, sources, dataset } = paths;
const openPaths = [anniversaries, relations, states, sources, dataset];
const openToOtherSites = [preview, openApi, '/health', ...openPaths, ...openPaths.map((path) => `${path}/*`)];
const toOtherSites = cors({ origin: '*', allowMethods: ['GET', 'POST'], exposeHeaders: ['ETag', 'Link'] });

/** The web application of Jubilee: pages and API. GET and HEAD only ever read; what changes something is another method. */
export function api(ports: Ports): Hono {
  const app = new Hono();
  app.use(secureHeaders);
  app.use(requestId({ headerName: '' }));
  for (const path of openToOtherSites) app.use(path, toOtherSites);
  answerFailures(app, ports);
  app.use(bodyLimit({ maxSize: MAX_BYTES, onError: refuseBody }));

  front(app, ports);
  fallingOn(app, ports);
  calendars(app, ports);
  feeds(app, ports);
  statePages(app, ports);
  relationPages(app, ports);
  planner(app, ports);
  worldYear(app, ports);
  aboutData(app, ports);
  takeRequests(app, ports);
  confirming(app, ports);
  preferenceCentre(app, ports);
  leaving(app, ports);
  mySubscription(app, ports);
  previewing(app, ports);
  listAnniversaries(app, ports);
  openData(app, ports);
  wholeDataset(app, ports);
  reference(app, ports);
  serveAssets(app, ports.assets);
  return app;
}

function refuseBody(): never {
  throw new HTTPException(413, { message: `The body must not be larger than ${MAX_BYTES} bytes` });
}
