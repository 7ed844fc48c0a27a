import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { paths } from '../../src/web/paths.ts';
import { aboutData } from './about.ts';
import { listAnniversaries } from './anniversaries.ts';
import { takeRequests } from './asking.ts';
import { serveAssets } from './assets.ts';
import { MOST_BYTES } from './bodies.ts';
import { calendars } from './calendars.ts';
import { confirming } from './confirming.ts';
import { answerFailures } from './failures.ts';
import { fallingOn } from './falling-on.ts';
import { feeds } from './feeds.ts';
import { front } from './front.ts';
import { leaving } from './leaving.ts';
import { mySubscription } from './me.ts';
import { openData } from './open-data.ts';
import { planner } from './planner.ts';
import type { Ports } from './ports.ts';
import { preferenceCentre } from './preference-centre.ts';
import { previewing } from './preview.ts';
import { reference } from './reference.ts';
import { relationPages } from './relations.ts';
import { secureHeaders } from './secure-headers.ts';
import { statePages } from './states.ts';
import { wholeDataset } from './whole-dataset.ts';
import { worldYear } from './year.ts';

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
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: refuseBody }));

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
  throw new HTTPException(413, { message: `The body must not be larger than ${MOST_BYTES} bytes` });
}
