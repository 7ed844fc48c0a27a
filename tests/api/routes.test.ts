import { describe, expect, test } from 'vitest';
import { methodAndPath, type Route, routes } from '../../lambdas/api/routes.ts';
import { paths } from '../../src/web/paths.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const served = site.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
const table: readonly Route[] = routes;

describe('the table of routes', () => {
  test('has each route once', () => {
    expect(new Set(routes.map(({ at }) => at)).size).toBe(routes.length);
  });

  test('is all that the app serves', () => {
    expect([...new Set(served)].sort()).toEqual(routes.map(({ at }) => at).sort());
  });

  test('has every path that pages link to or post to', () => {
    const known = routes.map(({ at }) => methodAndPath(at)[1]);
    const missing = Object.values(paths).filter(
      (path) => !known.some((each) => each === path || each.startsWith(`${path}/`)),
    );
    expect(missing).toEqual([]);
  });

  test('opens no personal route to shared caches or to other sites', () => {
    const personal = table.filter((route) => route.personal);
    expect(personal.filter(({ cache, openToOtherSites }) => cache === 'public' || openToOtherSites)).toEqual([]);
  });
});

test.each(table.filter(({ at }) => at.startsWith('GET ') && !at.includes(':')))(
  '$at is open to other sites only if the table says so',
  async ({ at, openToOtherSites }) => {
    const answer = await site.app.request(methodAndPath(at)[1], { headers: { origin: 'https://example.net' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(openToOtherSites ? '*' : null);
  },
);

test.each(['/states/XX', '/v1/states/XX', '/feeds/XX.atom', '/calendars/XX.ics', '/v2', '/v1/other', '/on/x'])(
  'a miss at %s is answered with a problem to programs and a page to people',
  async (path) => {
    const answer = await site.app.request(path);
    expect(answer.status).toBe(404);
    const forPrograms = /^\/(v1|feeds|calendars)\//.test(path);
    expect(answer.headers.get('content-type')).toContain(forPrograms ? 'application/problem+json' : 'text/html');
  },
);
