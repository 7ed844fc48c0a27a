import { getConnInfo } from 'hono/aws-lambda';
import type { GetConnInfo } from 'hono/conninfo';

/**
 * Finds the client's address. A request through CloudFront carries the shared key. Its source is then the edge, and the
 * client is in X-Forwarded-For, where the edge added it before the gateway added the edge. `edgeKey` is `undefined` without
 * CloudFront.
 */
export function clientAddress(edgeKey: string | undefined): GetConnInfo {
  return (c) => {
    const connection = getConnInfo(c);
    if (edgeKey === undefined || c.req.header('jubilee-edge-key') !== edgeKey) return connection;
    const address = c.req.header('x-forwarded-for')?.split(',').at(-2)?.trim();
    return address === undefined ? connection : { remote: { ...connection.remote, address } };
  };
}
