import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A server on this machine only. */
export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** Another program listens on the port already. */
export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken; choose another one`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

/** A request on a connection that the server is just closing is lost: idle ones stay open longer (ms) than they rest between two batches. */
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
 * Serves an app on 127.0.0.1; port 0 takes any free one. Requests for another host are refused: a page elsewhere could
 * have its name lead here (DNS rebinding), and read what stands here as its own.
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
