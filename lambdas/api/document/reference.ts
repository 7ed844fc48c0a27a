import type { Hono } from 'hono';
import { docsPage } from '../../../src/web/docs-page.tsx';
import { paths } from '../../../src/web/paths.ts';
import type { Health } from '../answers.ts';
import { frameOf } from '../frame.ts';
import { cacheable, cacheablePage } from '../pages/cacheable.ts';
import type { Ports } from '../ports.ts';
import { openApiDocument } from './open-api.ts';
import { version } from './version.ts';

/** What the API is and whether it is well, for programs and for people. */
export function reference(app: Hono, ports: Ports): void {
  let known: ReturnType<typeof openApiDocument> | undefined;
  /** Made when it is first asked for: it takes long, and few ask. */
  const document = () => {
    known ??= openApiDocument({ siteUrl: ports.siteUrl, version });
    return known;
  };

  app.get(paths.openApi, cacheable(), (c) => c.json(document()));

  app.get(paths.docs, cacheablePage, (c) => c.html(docsPage(frameOf(c, ports), document())));

  app.get('/health', async (c) => {
    const health: Health = { version, dataset: (await ports.dataset()).version };
    return c.json(health);
  });
}
