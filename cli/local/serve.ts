import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Listening, listen } from './listen.ts';

/**
 * Serves an app on this machine; port 0 takes any free one.
 *
 * @throws PortTaken
 */
export function serve(
  app: { readonly fetch: (request: Request, bindings: object) => Response | Promise<Response> },
  port: number,
): Promise<Listening> {
  return listen(createServer(getRequestListener((request, bindings) => app.fetch(request, bindings))), port);
}
