import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A server on this machine only. */
export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** Thrown when another program listens on the port. */
export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken; choose another one`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

/** The time (ms) that idle connections stay open: longer than the pause between batches, as a request on a closing connection is lost. */
const KEEP_ALIVE_MS = 60_000;

/**
 * Starts the server on 127.0.0.1; port 0 takes any free one.
 *
 * @throws PortTaken
 */
export async function listen(server: Server, port: number): Promise<Listening> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${actualPort}`, close: () => close(server) };
}

type App = { readonly fetch: (request: Request, bindings: object) => Response | Promise<Response> };

/**
 * Serves an app on 127.0.0.1; port 0 takes any free one. Rejects requests for another host, so that no page elsewhere can
 * read this site under its own name (DNS rebinding).
 *
 * @throws PortTaken
 */
export function serve(app: App, port: number): Promise<Listening> {
  const answer = (request: Request, bindings: object) =>
    isForThisMachine(request) ? app.fetch(request, bindings) : new Response(MISDIRECTED, { status: 421 });
  return listen(createServer(getRequestListener(answer)), port);
}

const MISDIRECTED = 'This machine answers for localhost alone: open http://localhost with the same port';

function isForThisMachine({ url }: Request): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
