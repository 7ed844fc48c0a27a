import { remember } from '../../../src/domain/remember.ts';
import { docsPage } from '../../../src/web/docs-page.tsx';
import type { Health } from '../answers.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { openApiDocument } from './open-api.ts';
import { version } from './version.ts';

/** Serves the API reference for people and programs, and the health check. */
export function referenceRoutes(ports: Ports): Handlers<'GET /v1/openapi.json' | 'GET /docs' | 'GET /health'> {
  /** Generated on first use, as it is slow and few callers need it. */
  const document = remember(() => openApiDocument({ siteUrl: ports.siteUrl, version }));

  return {
    'GET /v1/openapi.json': (c) => c.json(document()),

    'GET /docs': (c) => c.html(docsPage(pageFrame(c, ports), document())),

    'GET /health': async (c) => {
      const health: Health = { version, dataset: (await ports.dataset()).version };
      return c.json(health);
    },
  };
}
